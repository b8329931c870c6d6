/** Values every floor speaks in: money, quantities, identifiers and the failures that deserve another try. JDK only. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.shared;

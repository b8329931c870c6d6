/** What follows from all that happened in the other rooms: which document has to come next. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.insight;

/** The engine: rules, states, money, tables. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading;

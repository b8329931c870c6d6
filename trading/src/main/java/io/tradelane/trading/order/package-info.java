/** Purchase orders from the moment they are placed until everything is delivered, invoiced and paid. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.order;

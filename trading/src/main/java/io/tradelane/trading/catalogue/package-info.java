/** What suppliers sell, under which numbers, and at what price they agreed to sell it to whom. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.catalogue;

/** What articles are found by: the tokens of their texts, and what is meant by what somebody types. */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.catalogue.search;

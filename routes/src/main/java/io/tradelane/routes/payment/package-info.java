/** What banks and payers say about money. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.payment;

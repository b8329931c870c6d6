/** The AS2 door (RFC 4130): an endpoint for messages and receipts, and a client. The messages themselves are in {@code message}. */
@org.jspecify.annotations.NullMarked
package io.tradelane.adapters.as2;

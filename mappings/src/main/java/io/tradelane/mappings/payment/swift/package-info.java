/** What SWIFT messages of categories 1 and 9 say, as documents, and back. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.payment.swift;

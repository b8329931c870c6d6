/**
 * What somebody sent: immutable business documents, the same whatever format they came in. Our own records with a
 * life of their own (an order that changes state) live in the rooms above, without the suffix {@code Document}.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.trading.document;

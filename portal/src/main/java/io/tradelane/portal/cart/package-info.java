/** Ordering from the catalogue: carts, quick add, pasted rows, and an old order once more. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.cart;

/** Reports of stock and of sales. */
@org.jspecify.annotations.NullMarked
package io.tradelane.routes.inventory;

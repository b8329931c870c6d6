/** Reports of stock. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.inventory;

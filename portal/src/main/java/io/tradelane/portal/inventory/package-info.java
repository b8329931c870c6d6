/** Stock and sales as partners report them. */
@org.jspecify.annotations.NullMarked
package io.tradelane.portal.inventory;

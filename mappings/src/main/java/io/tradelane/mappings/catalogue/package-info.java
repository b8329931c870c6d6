/** Catalogues and price lists. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.catalogue;

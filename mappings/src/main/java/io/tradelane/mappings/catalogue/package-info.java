/** Articles and their prices: catalogues and price lists. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.catalogue;

/** Catalogues and price lists: what a supplier has and what it costs. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.catalogue;

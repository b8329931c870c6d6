/** What the mappings of X12 sets have in common: rows of N1, REF, DTM, product identifiers, money, units. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.shared.x12;

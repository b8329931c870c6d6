/** Articles and their prices: UN/EDIFACT PRICAT. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.catalogue;

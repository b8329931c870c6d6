/** What is in stock and what was sold: UN/EDIFACT INVRPT and SLSRPT. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.inventory;

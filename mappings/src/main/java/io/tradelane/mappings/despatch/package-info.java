/** Goods on their way: UN/EDIFACT DESADV. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.despatch;

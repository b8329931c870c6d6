/** Goods on their way, and what arrived: UN/EDIFACT DESADV and RECADV. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.despatch;

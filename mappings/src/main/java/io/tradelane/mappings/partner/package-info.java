/** Companies and places: UN/EDIFACT PARTIN. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.partner;

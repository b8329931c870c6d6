/**
 * UN/EDIFACT (ISO 9735, syntax versions 1 to 4): one pass over the bytes reads, checks and hands over; the writer is
 * the way back. Memory is bounded by the longest segment allowed.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.edifact;

/**
 * ANSI ASC X12 (004010 to 008060, and older ones as far as they are like 004010): one pass over the bytes reads, checks
 * and hands over, with the scanner and the structures that EDIFACT has; the writer is the way back.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.x12;

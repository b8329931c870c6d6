/**
 * What the UN/EDIFACT directories say about messages, segments and data elements, compiled to tables that the reader
 * and the writer run on.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.edifact.grammar;

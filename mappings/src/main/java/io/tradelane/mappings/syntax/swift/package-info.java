/**
 * SWIFT FIN messages (MT), with or without their blocks 1 to 5, as banks write them into files: a streaming reader that hands
 * over message by message, the order of fields of the types known here, and a writer. Imports the JDK only.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.swift;

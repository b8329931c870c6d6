/** The commands that need nothing but this floor: {@code validate} and {@code translate}. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.cli;

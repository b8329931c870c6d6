/** What the rooms of this floor have in common: codes to values, parties, references, and what a mapping can find wrong. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.shared;

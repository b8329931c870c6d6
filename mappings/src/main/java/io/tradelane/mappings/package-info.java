/**
 * Bytes to documents and back: {@link io.tradelane.mappings.Translator} is the door. Pure functions; no database, no
 * network, no Spring.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings;

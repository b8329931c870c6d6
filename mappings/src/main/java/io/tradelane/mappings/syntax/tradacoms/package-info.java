/**
 * ANA TRADACOMS (1982 to 1995): files of messages between STX and END, read segment by segment with their counts, and written.
 * Imports the JDK only.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.syntax.tradacoms;

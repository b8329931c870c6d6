/** Messages as trees with names, for a person to look at: any message of any directory. */
@org.jspecify.annotations.NullMarked
package io.tradelane.mappings.tree;

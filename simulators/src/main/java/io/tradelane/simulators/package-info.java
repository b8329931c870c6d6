/**
 * Partners' systems for the demo and for tests: they speak the real protocols, but are no products. Nothing here reads or writes a
 * document with our own mappings, so an error in those is not hidden by its mirror image.
 */
@org.jspecify.annotations.NullMarked
package io.tradelane.simulators;

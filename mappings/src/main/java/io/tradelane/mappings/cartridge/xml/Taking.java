package io.tradelane.mappings.cartridge.xml;

/**
 * Which text goes to which field.
 *
 * @param rank of this place among those of the field; the lowest counts
 * @param path for a person
 */
record Taking(int level, int slot, int rank, Located at, Declaration.Field field, String path) {}

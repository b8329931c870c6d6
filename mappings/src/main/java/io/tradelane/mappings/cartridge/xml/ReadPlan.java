package io.tradelane.mappings.cartridge.xml;

import java.util.List;

/**
 * A document declaration compiled for reading.
 *
 * @param root stands for the root element, whatever its name
 */
record ReadPlan(Node root, List<Level> levels, int nodes, int flags, int counters) {}

package io.tradelane.mappings.cartridge.xml;

/**
 * A path in the tree of nodes.
 *
 * @param now flags of its conditions that are decided when the element begins
 * @param later its conditions that are decided when an element ends, the innermost first
 */
record Located(Node node, int[] now, Later[] later) {

    /** @param base the element whose end decides */
    record Later(Node base, int[] flags) {}

    static boolean all(int[] wanted, boolean[] flags) {
        for (int flag : wanted) {
            if (!flags[flag]) {
                return false;
            }
        }
        return true;
    }
}

package io.tradelane.mappings;

import java.util.List;

/** Every family of formats there is, in the order in which they are asked whether an input is theirs; a new one is one line here. */
final class Catalogue {
    private static final List<FormatFamily> FAMILIES = List.of(
            new EdifactFamily(),
            new IsoFamily(),
            new UblFamily(),
            new CiiFamily(),
            new TestSetFamily(),
            new UnknownXmlFamily(),
            new JsonFamily());

    private Catalogue() {}

    static List<FormatFamily> families() {
        return FAMILIES;
    }
}

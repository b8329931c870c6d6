package io.tradelane.mappings;

import java.util.List;

/** Every family of formats there is, in the order in which they are asked whether an input is theirs; a new one is one line here. */
final class Catalogue {
    private static final List<FormatFamily> FAMILIES = List.of(
            new X12Family(),
            new TradacomsFamily(),
            new EdifactFamily(),
            new SwiftFamily(),
            new IsoFamily(),
            new UblFamily(),
            new CiiFamily(),
            new BmecatFamily(),
            new OpenTransFamily(),
            new Gs1Family(),
            new TestSetFamily(),
            new CxmlFamily(),
            new IdocFamily(),
            new UnknownXmlFamily(),
            new JsonFamily(),
            TableFamily.xlsx(),
            TableFamily.csv());

    private Catalogue() {}

    static List<FormatFamily> families() {
        return FAMILIES;
    }
}

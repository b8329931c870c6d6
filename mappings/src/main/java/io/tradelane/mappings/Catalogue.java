package io.tradelane.mappings;

import io.tradelane.mappings.shared.EdifactMapping;
import java.util.List;

/** Every mapping there is; a new one is one line here. */
final class Catalogue {
    private Catalogue() {}

    static List<EdifactMapping<?>> edifact() {
        return List.of();
    }
}

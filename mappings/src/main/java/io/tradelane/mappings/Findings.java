package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Findings {
    private Findings() {}

    static Finding atStart(FindingCode code, @Nullable String value, @Nullable String expected) {
        return Finding.of(code, new Position(1, 1, 0, null, 0, 0, 0), value, expected);
    }

    static List<Finding> joined(List<Finding> first, List<Finding> second) {
        List<Finding> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}

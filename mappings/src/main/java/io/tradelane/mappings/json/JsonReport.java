package io.tradelane.mappings.json;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** Collects what is wrong with one document, up to a number of findings. */
final class JsonReport {
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();

    JsonReport(int limit) {
        this.limit = limit;
    }

    void add(JsonError code, TokenStreamLocation place, String path, @Nullable String value, @Nullable String expected) {
        if (findings.size() < limit) {
            String field = path.substring(path.lastIndexOf('/') + 1);
            Position position = new Position(
                    Math.max(0, place.getLineNr()),
                    Math.max(0, place.getColumnNr()),
                    Math.max(0, place.getByteOffset()),
                    field.isEmpty() ? null : field,
                    0,
                    0,
                    0);
            findings.add(new Finding(code.severity(), code, position, value, expected, path));
        }
    }

    /** Whether something at this path, or around it, was found wrong already. */
    boolean knows(String path) {
        return findings.stream().anyMatch(f -> f.isError() && f.path() != null && (path + "/").startsWith(f.path() + "/"));
    }

    /** Whether there is something that leaves no document: a code of the partner's own for a currency stays in it. */
    boolean refuses() {
        return findings.stream().anyMatch(finding -> finding.isError() && finding.code() != JsonError.CURRENCY_UNKNOWN);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}

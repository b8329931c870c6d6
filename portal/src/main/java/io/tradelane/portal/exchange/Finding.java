package io.tradelane.portal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader found wrong, as it stands in the {@code findings} of a message or an interchange:
 * {@code {"severity","code","standardCode","line","column","offset","segment","segmentPosition","element","component","value",
 * "expected","zh","en"}}. {@code standardCode} is the standard's own (UN/EDIFACT data element 0085), {@code offset} counts bytes
 * from the start of the interchange; {@code fix.zh} and {@code fix.en} say what to do, where somebody wrote it.
 */
public record Finding(
        boolean error,
        String code,
        long line,
        long column,
        long offset,
        @Nullable String segment,
        int segmentPosition,
        int element,
        int component,
        @Nullable String value,
        @Nullable String expected,
        String message,
        @Nullable String fix) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param json an array; anything else gives none */
    public static List<Finding> of(String json, Locale locale) {
        List<Finding> findings = new ArrayList<>();
        try {
            for (JsonNode node : JSON.readTree(json)) {
                if (node.isObject()) {
                    findings.add(of(node, locale.getLanguage()));
                }
            }
        } catch (JacksonException unreadable) {
            return List.of();
        }
        return findings;
    }

    private static Finding of(JsonNode node, String language) {
        String name = node.path("code").asString("");
        String standard = text(node, "standardCode");
        String message = text(node, language);
        return new Finding(
                !"WARNING".equals(text(node, "severity")),
                standard == null || standard.isEmpty() ? name : standard,
                node.path("line").asLong(0),
                node.path("column").asLong(0),
                node.path("offset").asLong(-1),
                text(node, "segment"),
                node.path("segmentPosition").asInt(0),
                node.path("element").asInt(0),
                node.path("component").asInt(0),
                text(node, "value"),
                text(node, "expected"),
                Objects.requireNonNullElse(message, name),
                text(node, "fix." + language));
    }

    /** {@code QTY 7, element 1.2}. */
    public String place() {
        StringBuilder place = new StringBuilder(segment == null ? "" : segment);
        if (segmentPosition > 0) {
            place.append(" #").append(segmentPosition);
        }
        if (element > 0) {
            place.append(" · ").append(element);
            if (component > 0) {
                place.append('.').append(component);
            }
        }
        return place.toString();
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}

package io.tradelane.portal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader found wrong, as it stands in the {@code findings} of a message or an interchange:
 * {@code {"severity","code","name","line","column","offset","segment","segmentPosition","element","component","value","expected","path",
 * "message":{"zh","en"},"fix":{"zh","en"}}}. {@code code} is the standard's own (UN/EDIFACT data element 0085), {@code offset}
 * counts bytes from the start of the interchange; position fields may also stand in an object {@code position}.
 */
record Finding(
        boolean error,
        String code,
        String name,
        long line,
        long column,
        long offset,
        @Nullable String segment,
        int segmentPosition,
        int element,
        int component,
        @Nullable String value,
        @Nullable String expected,
        @Nullable String path,
        String message,
        @Nullable String fix) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param json an array; anything else gives none */
    static List<Finding> of(String json, Locale locale) {
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
        JsonNode position = node.path("position").isObject() ? node.path("position") : node;
        String name = text(node, "name") == null ? "" : text(node, "name");
        String code = text(node, "code") == null ? name : text(node, "code");
        String message = inLanguage(node.path("message"), language);
        return new Finding(
                !"WARNING".equalsIgnoreCase(text(node, "severity")),
                code,
                name,
                position.path("line").asLong(0),
                position.path("column").asLong(0),
                position.path("offset").asLong(-1),
                text(position, "segment"),
                position.path("segmentPosition").asInt(0),
                position.path("element").asInt(0),
                position.path("component").asInt(0),
                text(node, "value"),
                text(node, "expected"),
                text(node, "path"),
                message == null ? name : message,
                inLanguage(node.path("fix"), language));
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

    private static @Nullable String inLanguage(JsonNode texts, String language) {
        return texts.isObject() ? text(texts, language) : texts.isString() ? texts.asString() : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}

package io.tradelane.trading.partner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The terms of an agreement as they are stored, and what two of them say differently. */
final class TermsJson {
    /** What is stored may have been written by an older or a newer hub. */
    private static final JsonMapper MAPPER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    /** What people and programs give has no term that nobody knows. */
    private static final JsonMapper STRICT = MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String CHANNEL = "channel";

    private TermsJson() {}

    static String write(AgreementTerms terms) {
        return MAPPER.writeValueAsString(terms);
    }

    static AgreementTerms read(Direction direction, String json) {
        return direction == Direction.OUTBOUND ? sending(json) : MAPPER.readValue(json, AgreementTerms.Receiving.class);
    }

    static AgreementTerms.Sending sending(String json) {
        return MAPPER.readValue(json, AgreementTerms.Sending.class);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** Of a record, for a comparison. */
    static Map<String, String> texts(Object record) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", MAPPER.valueToTree(record), flat);
        return flat;
    }

    /** For a file: without what is absent, the channel by its name. */
    static JsonNode named(AgreementTerms terms, @Nullable String channel) {
        ObjectNode tree = MAPPER.valueToTree(terms);
        tree.remove(CHANNEL);
        if (channel != null) {
            tree.put(CHANNEL, channel);
        }
        return withoutNulls(tree);
    }

    /** The name of the channel in the terms of a file. */
    static @Nullable String channel(JsonNode terms) {
        return terms.path(CHANNEL).asStringOpt().orElse(null);
    }

    /** @throws JacksonException if these are no terms */
    static AgreementTerms ofFile(Direction direction, JsonNode terms, @Nullable UUID channel) {
        ObjectNode tree = terms.isObject() ? ((ObjectNode) terms).deepCopy() : MAPPER.createObjectNode();
        tree.remove(CHANNEL);
        if (channel != null) {
            tree.put(CHANNEL, channel.toString());
        }
        return given(direction, tree);
    }

    /** @throws JacksonException if these are no terms */
    static AgreementTerms given(Direction direction, JsonNode terms) {
        return direction == Direction.OUTBOUND
                ? STRICT.treeToValue(terms, AgreementTerms.Sending.class) : STRICT.treeToValue(terms, AgreementTerms.Receiving.class);
    }

    private static JsonNode withoutNulls(ObjectNode tree) {
        List.copyOf(tree.properties()).forEach(entry -> {
            if (entry.getValue().isNull()) {
                tree.remove(entry.getKey());
            } else if (entry.getValue() instanceof ObjectNode inner) {
                withoutNulls(inner);
            }
        });
        return tree;
    }

    /** By path, as {@code acknowledgements.deadlineMinutes}. */
    static List<TermDifference> differences(AgreementTerms before, AgreementTerms after) {
        return differences(texts(before), texts(after));
    }

    static List<TermDifference> differences(Map<String, String> old, Map<String, String> now) {
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<TermDifference> differences = new ArrayList<>();
        for (String path : paths) {
            @Nullable String one = old.get(path);
            @Nullable String other = now.get(path);
            if (one == null ? other != null : !one.equals(other)) {
                differences.add(new TermDifference(path, one, other));
            }
        }
        return differences;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), flat));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + i, node.get(i), flat);
            }
        } else if (!node.isNull()) {
            flat.put(path, node.asString());
        }
    }
}

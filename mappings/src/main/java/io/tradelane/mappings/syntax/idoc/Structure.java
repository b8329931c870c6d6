package io.tradelane.mappings.syntax.idoc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the segments of a family of basic types stand. */
final class Structure {
    /** The name of the IDoc itself as a parent. */
    static final String ROOT = "IDOC";

    private final Map<String, Map<String, Node>> children = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();

    /** @param order among its siblings, from 0 */
    record Node(String type, String parent, boolean mandatory, boolean repeated, int order) {}

    private record All(Map<String, Structure> byFamily, Map<String, String> familyOfMessage) {}

    private static final class Read {
        static final All ALL = read();
    }

    /** ORDERS of ORDERS05; of another, by the message type; {@code null} for one that is not known. */
    static @Nullable String family(String basicType, String messageType) {
        String stem = basicType;
        while (!stem.isEmpty() && Character.isDigit(stem.charAt(stem.length() - 1))) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (Read.ALL.byFamily.containsKey(stem)) {
            return stem;
        }
        // A basic type of SAP that is named like its message, DESADV01, is not the one that carries it today.
        return stem.equals(messageType) ? null : Read.ALL.familyOfMessage.get(messageType);
    }

    static @Nullable Structure of(@Nullable String family) {
        return family == null ? null : Read.ALL.byFamily.get(family);
    }

    /** {@code null} for a segment that is no part of it. */
    @Nullable Node node(String type) {
        return nodes.get(type);
    }

    /** In their order; empty for a segment that has none. */
    Iterable<Node> below(String parent) {
        return children.getOrDefault(parent, Map.of()).values();
    }

    private static All read() {
        Map<String, Structure> families = new HashMap<>();
        Map<String, String> messages = new HashMap<>();
        try (InputStream bytes = Objects.requireNonNull(Structure.class.getResourceAsStream("structures.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Structure current = new Structure();
            for (String line : lines.lines().filter(text -> !text.isBlank() && !text.startsWith("#")).toList()) {
                if (line.startsWith("@")) {
                    String family = line.substring(1, line.indexOf(':'));
                    current = new Structure();
                    families.put(family, current);
                    for (String message : line.substring(line.indexOf(':') + 2).split(" ")) {
                        messages.put(message, family);
                    }
                } else {
                    current.add(line.split(" "));
                }
            }
            return new All(Map.copyOf(families), Map.copyOf(messages));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String[] words) {
        List<Node> below = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String type = words[i].replaceAll("[!*]", "");
            below.add(new Node(type, words[0], words[i].contains("!"), words[i].contains("*"), i - 2));
        }
        Map<String, Node> byType = new LinkedHashMap<>();
        below.forEach(node -> {
            byType.put(node.type(), node);
            nodes.put(node.type(), node);
        });
        children.put(words[0], byType);
    }
}

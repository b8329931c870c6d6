package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text files as they are: definitions by name, and for each name by the version from which it counts. */
final class Dictionary {

    static final String FIRST = "004010";

    private static final Pattern VERSION = Pattern.compile("@(\\d{6}) (.*)");
    private static final Pattern ELEMENT = Pattern.compile("(\\w+) (\\w+) (\\d+) (\\d+)(?: ([^|]+)\\|(.+))?");
    private static final Pattern SEGMENT = Pattern.compile("(\\w+) ([^|]+)\\|([^=]+) = ([^;]*)(?:;(.*))?");
    private static final Pattern SET = Pattern.compile("(\\w+) (\\w+) ([^|]+)\\|(.+)");

    record SegmentText(String name, String chineseName, List<String> uses, List<String> conditions, String since) {}

    record SetText(String group, String name, String chineseName, String structure) {}

    private final Map<String, TreeMap<String, Element>> elements = new HashMap<>();
    private final Map<String, TreeMap<String, SegmentText>> segments = new TreeMap<>();
    private final Map<String, SetText> sets = new TreeMap<>();

    static Dictionary read() {
        Dictionary dictionary = new Dictionary();
        Map<String, CodeList> codes = new HashMap<>();
        lines("codes.txt").map(line -> line.split(" ")).forEach(words ->
                codes.put(words[0], CodeList.of(Stream.of(words).skip(1).toArray(String[]::new))));
        lines("elements.txt").forEach(line -> dictionary.element(line, codes));
        lines("segments.txt").forEach(dictionary::segment);
        dictionary.readSets();
        return dictionary;
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Dictionary.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(String line, Map<String, CodeList> codes) {
        Matcher version = VERSION.matcher(line);
        String since = version.matches() ? version.group(1) : FIRST;
        Matcher parts = matched(ELEMENT, version.matches() ? version.group(2) : line);
        String id = parts.group(1);
        TreeMap<String, Element> versions = elements.computeIfAbsent(id, absent -> new TreeMap<>());
        String type = parts.group(2);
        String name = parts.group(5) == null ? versions.firstEntry().getValue().name() : parts.group(5);
        String chinese = parts.group(6) == null ? versions.firstEntry().getValue().chineseName() : parts.group(6);
        int decimals = type.startsWith("N") ? Integer.parseInt(type.substring(1)) : 0;
        versions.put(since, new Element(
                id, ElementType.of(type), decimals, Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)), name, chinese,
                codes.get(id)));
    }

    private void segment(String line) {
        Matcher version = VERSION.matcher(line);
        String since = version.matches() ? version.group(1) : FIRST;
        Matcher parts = matched(SEGMENT, version.matches() ? version.group(2) : line);
        segments.computeIfAbsent(parts.group(1), absent -> new TreeMap<>()).put(since, new SegmentText(
                parts.group(2), parts.group(3), words(parts.group(4)), words(parts.group(5)), since));
    }

    private void readSets() {
        SetText open = null;
        String name = "";
        for (String line : lines("sets.txt").toList()) {
            if (line.startsWith(" ") && open != null) {
                open = new SetText(open.group(), open.name(), open.chineseName(), open.structure() + line);
            } else {
                Matcher parts = matched(SET, line);
                name = parts.group(1);
                open = new SetText(parts.group(2), parts.group(3), parts.group(4), "");
            }
            sets.put(name, open);
        }
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException(line);
        }
        return matcher;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    Element element(String id, String version) {
        TreeMap<String, Element> versions = elements.get(id);
        Map.Entry<String, Element> known = versions == null ? null : versions.floorEntry(version);
        if (known == null) {
            throw new IllegalStateException("no data element " + id);
        }
        return known.getValue();
    }

    /** Segments, and composites, whose names begin with C and have four characters. */
    Map<String, SegmentText> segments(String version) {
        Map<String, SegmentText> result = new TreeMap<>();
        segments.forEach((name, versions) -> result.put(name, versions.floorEntry(version).getValue()));
        return result;
    }

    Optional<String> chineseName(String id) {
        return Optional.ofNullable(segments.get(id)).map(versions -> versions.firstEntry().getValue().chineseName())
                .or(() -> Optional.ofNullable(elements.get(id)).map(versions -> versions.firstEntry().getValue().chineseName()));
    }

    Map<String, SetText> sets() {
        return sets;
    }
}

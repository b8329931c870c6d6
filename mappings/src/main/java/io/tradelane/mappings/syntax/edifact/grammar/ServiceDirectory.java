package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads service.txt, which says itself how it is written. */
final class ServiceDirectory {

    private static final Pattern DEFINITION = Pattern.compile("(\\w+) \"([^\"]+)\" *(.*)");
    private static final Pattern FORMAT = Pattern.compile("(an|a|n)(\\d+)(?:\\.\\.(\\d+))?");
    private static final Pattern USE = Pattern.compile("(\\w+)([MC])(\\d*)");

    private final Map<String, DataElement> elements = new HashMap<>();
    private final Map<String, Layout.Part> composites = new HashMap<>();
    private final Map<Integer, SegmentGrammar> segments = new LinkedHashMap<>();
    private final Map<String, Function<Directory, MessageGrammar>> messages = new LinkedHashMap<>();

    static Directory read() {
        try (InputStream in = ServiceDirectory.class.getResourceAsStream("service.txt")) {
            return new ServiceDirectory().read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Directory read(String text) {
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] kindAndRest = line.split(" ", 2);
                define(kindAndRest[0], kindAndRest[1]);
            }
        }
        return new Directory(Directories.SERVICE, segments, messages);
    }

    private void define(String kind, String definition) {
        Matcher parts = DEFINITION.matcher(definition);
        if (!parts.matches()) {
            throw new IllegalStateException(definition);
        }
        String id = parts.group(1);
        String name = parts.group(2);
        String[] rest = parts.group(3).split(" +");
        switch (kind) {
            case "element" -> elements.put(id, element(id, name, rest));
            case "composite" -> composites.put(id, new Layout.Part(id, name, false, 1, true, components(rest)));
            case "segment" -> segments.put(SegmentTag.of(id), new SegmentGrammar(SegmentTag.of(id), name, parts(rest)));
            case "message" -> messages.put(id, directory -> message(id, directory, rest));
            default -> throw new IllegalStateException(kind);
        }
    }

    private static DataElement element(String id, String name, String[] rest) {
        Matcher format = FORMAT.matcher(rest[0]);
        if (!format.matches()) {
            throw new IllegalStateException(id + " " + rest[0]);
        }
        int first = Integer.parseInt(format.group(2));
        boolean range = format.group(3) != null;
        List<String> codes = List.of(rest).subList(1, rest.length);
        return new DataElement(
                id, name, format.group(1).equals("n"), range ? Math.max(first, 0) : first,
                range ? Integer.parseInt(format.group(3)) : first,
                codes.isEmpty() ? null : CodeList.of(codes.toArray(String[]::new)));
    }

    private List<Layout.Component> components(String[] uses) {
        List<Layout.Component> components = new ArrayList<>();
        for (String use : uses) {
            Matcher part = use(use);
            components.add(new Layout.Component(elements.get(part.group(1)), part.group(2).equals("M")));
        }
        return components;
    }

    private List<Layout.Part> parts(String[] uses) {
        List<Layout.Part> parts = new ArrayList<>();
        for (String use : uses) {
            Matcher part = use(use);
            boolean mandatory = part.group(2).equals("M");
            int repeat = part.group(3).isEmpty() ? 1 : Integer.parseInt(part.group(3));
            Layout.Part composite = composites.get(part.group(1));
            DataElement element = elements.get(part.group(1));
            parts.add(composite != null
                    ? new Layout.Part(composite.id(), composite.name(), mandatory, repeat, true, composite.components())
                    : new Layout.Part(element.id(), element.name(), mandatory, repeat, false,
                            List.of(new Layout.Component(element, true))));
        }
        return parts;
    }

    private static MessageGrammar message(String name, Directory directory, String[] structure) {
        MessageStructure message = new MessageStructure(directory, SegmentTag.UNH);
        int group = 0;
        for (String token : structure) {
            if (token.equals(")")) {
                message.endGroup();
            } else if (token.startsWith("(")) {
                message.beginGroup(++group, token.charAt(1) == 'M', Integer.parseInt(token.substring(2)));
            } else {
                Matcher segment = use(token);
                int max = segment.group(3).isEmpty() ? 1 : Integer.parseInt(segment.group(3));
                message.segment(SegmentTag.of(segment.group(1)), segment.group(2).equals("M"), max);
            }
        }
        return new MessageGrammar(name, directory, message.nodes());
    }

    private static Matcher use(String use) {
        Matcher part = USE.matcher(use);
        if (!part.matches()) {
            throw new IllegalStateException(use);
        }
        return part;
    }
}

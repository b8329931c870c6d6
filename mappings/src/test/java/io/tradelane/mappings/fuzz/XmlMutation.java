package io.tradelane.mappings.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes elements, texts and attributes, and puts in what a parser has to be careful with. */
final class XmlMutation {
    private static final Pattern TAG = Pattern.compile("<(/?)([\\w:.-]+)[^<>]*?(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s[\\w:.-]+=(?:\"[^\"]*\"|'[^']*')");
    private static final String[] INTRUDERS = {
        "<!-- -- -->", "<![CDATA[ ]] > ]]>", "<?pi x?>", "&#0;", "&#xD800;", "&#x1F600;", "&unknown;", "&amp;", "\u0000", "<x xmlns=\"\"/>", "<x:y/>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>", "]]>", "&lt;", "\u0001", "<a><b></a></b>", "\uFFFE"
    };
    private static final int DEEP = 3000;

    private XmlMutation() {}

    private record Element(int start, int contentStart, int contentEnd, int end) {}

    static byte[] mutate(byte[] bytes, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Element> elements = elements(text);
        if (elements.isEmpty()) {
            return ByteMutation.mutate(bytes, random);
        }
        Element one = elements.get(random.nextInt(elements.size()));
        Element other = elements.get(random.nextInt(elements.size()));
        String whole = text.substring(one.start, one.end);
        String result = switch (random.nextInt(12)) {
            case 0 -> replaced(text, one.start, one.end, "");
            case 1 -> replaced(text, one.end, one.end, whole.repeat(1 + random.nextInt(whole.length() > 2000 ? 2 : 50)));
            case 2 -> replaced(text, other.start, other.start, whole);
            case 3 -> replaced(text, other.start, other.end, whole);
            case 4 -> replaced(text, one.contentStart, one.contentEnd, "");
            case 5 -> replaced(text, one.contentStart, one.contentEnd, latin(ByteMutation.number(random)));
            case 6 -> replaced(text, one.contentStart, one.contentStart, latin(INTRUDERS[random.nextInt(INTRUDERS.length)]));
            case 7 -> replaced(text, one.start, one.end, deep(whole, 1 + random.nextInt(random.nextInt(8) == 0 ? DEEP : 40)));
            case 8 -> replaced(text, one.contentStart, one.contentEnd, "A".repeat(random.nextInt(random.nextInt(8) == 0 ? 70_000 : 400)));
            case 9 -> replaced(text, one.contentStart, one.contentEnd, text.substring(other.contentStart, other.contentEnd));
            default -> attribute(text, random);
        };
        return result.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The element in itself, and again. */
    private static String deep(String whole, int depth) {
        Matcher tag = TAG.matcher(whole);
        String name = tag.lookingAt() ? tag.group(2) : "a";
        return ("<" + name + ">").repeat(depth) + whole + ("</" + name + ">").repeat(depth);
    }

    private static String attribute(String text, RandomGenerator random) {
        List<int[]> found = new ArrayList<>();
        for (Matcher attribute = ATTRIBUTE.matcher(text); attribute.find();) {
            found.add(new int[] {attribute.start(), attribute.end()});
        }
        if (found.isEmpty()) {
            return text;
        }
        int[] place = found.get(random.nextInt(found.size()));
        String attribute = text.substring(place[0], place[1]);
        return switch (random.nextInt(4)) {
            case 0 -> replaced(text, place[0], place[1], "");
            case 1 -> replaced(text, place[1], place[1], attribute);
            case 2 -> replaced(text, place[0], place[1], attribute.replaceFirst("(?s)([\"']).*", "$1" + latin(ByteMutation.number(random)) + "$1"));
            default -> replaced(text, place[0], place[1], attribute.replaceFirst("(?s)([\"'])(.).*", "$1$2x$1"));
        };
    }

    /** Those that are closed where they should be. */
    private static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>();
        List<int[]> open = new ArrayList<>();
        for (Matcher tag = TAG.matcher(text); tag.find();) {
            if (!tag.group(3).isEmpty()) {
                elements.add(new Element(tag.start(), tag.end(), tag.end(), tag.end()));
            } else if (tag.group(1).isEmpty()) {
                open.add(new int[] {tag.start(), tag.end()});
            } else if (!open.isEmpty()) {
                int[] begun = open.removeLast();
                elements.add(new Element(begun[0], begun[1], tag.start(), tag.end()));
            }
        }
        return elements;
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }
}

package io.tradelane.mappings.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message as a declaration names it; the package's documentation has the grammar.
 *
 * @param steps segments downwards, at least one
 * @param element absent where a whole segment or group is meant
 */
record Path(List<Step> steps, @Nullable ElementName element) {

    private static final Pattern STEP = Pattern.compile("([A-Z][A-Z0-9]{1,2})(?![A-Z0-9])(?:#(\\d+))?((?:\\[[^\\]]*\\])*)");
    private static final Pattern ELEMENT = Pattern.compile("(?:([CS]\\d{3})/)?(\\d{4}|[A-Z][A-Z0-9]{3})(?:\\[(\\d+)\\])?");
    private static final Pattern POSITION = Pattern.compile("(\\d{2})(?:-(\\d{2}))?");
    private static final Pattern CONDITION = Pattern.compile("\\[([^=\\]]+)=([^\\]]*)\\]");

    /** @param occurrence which one, where several nodes of a level have this tag; from 1 */
    record Step(String tag, int occurrence, List<Condition> conditions) {}

    /** The element has one of the values. */
    record Condition(ElementName element, List<String> values) {}

    /**
     * By its number, or by where it stands.
     *
     * @param occurrence in the segment, from 1; 0 when none was named: the first, or all where values are joined
     * @param position of the element, from 1; 0 when its number is given
     * @param component from 1
     */
    record ElementName(@Nullable String composite, String id, int occurrence, int position, int component) {

        ElementName(@Nullable String composite, String id, int occurrence) {
            this(composite, id, occurrence, 0, 0);
        }
    }

    static Path parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (step.region(at, text.length()).lookingAt()) {
            int occurrence = step.group(2) == null ? 1 : Integer.parseInt(step.group(2));
            steps.add(new Step(step.group(1), occurrence, conditions(step.group(3))));
            at = step.end();
            if (at == text.length()) {
                return new Path(List.copyOf(steps), null);
            }
            if (text.charAt(at) != '/') {
                break;
            }
            at++;
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no place in a message: " + text);
        }
        return new Path(List.copyOf(steps), element(text.substring(at), text));
    }

    private static List<Condition> conditions(String text) {
        List<Condition> conditions = new ArrayList<>();
        Matcher condition = CONDITION.matcher(text);
        while (condition.find()) {
            conditions.add(new Condition(element(condition.group(1), text), List.of(condition.group(2).split("\\|"))));
        }
        return List.copyOf(conditions);
    }

    private static ElementName element(String text, String whole) {
        Matcher position = POSITION.matcher(text);
        if (position.matches()) {
            int component = position.group(2) == null ? 1 : Integer.parseInt(position.group(2));
            return new ElementName(null, text, 0, Integer.parseInt(position.group(1)), component);
        }
        Matcher element = ELEMENT.matcher(text);
        if (!element.matches()) {
            throw new IllegalArgumentException("no data element: \"" + text + "\" in " + whole);
        }
        int occurrence = element.group(3) == null ? 0 : Integer.parseInt(element.group(3));
        return new ElementName(element.group(1), element.group(2), occurrence);
    }
}

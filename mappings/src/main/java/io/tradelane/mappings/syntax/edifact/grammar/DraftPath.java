package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a message, from the outside inwards: {@code LIN/FTX} is FTX in the group that LIN leads, {@code RFF#2} the second
 * of several places with this tag on one level, {@code NAD/C082/3039} a data element in a composite, {@code PIA/7140[2]} the
 * second of its kind in the segment, {@code BEG/03} and {@code POC/05-01} elements of X12 by where they stand.
 *
 * @param steps at least one; a tag that leads a group stands for the group, unless the level has such a segment
 * @param element absent where the segment or group is meant
 */
public record DraftPath(List<Step> steps, @Nullable ElementName element) {

    private static final Pattern STEP = Pattern.compile("([A-Z][A-Z0-9]{1,2})(?:#([1-9]\\d?))?");
    private static final Pattern COMPOSITE = Pattern.compile("[CSE]\\d{3}");
    private static final Pattern ELEMENT = Pattern.compile("([A-Z0-9]{4})(?:\\[([1-9]\\d?)\\])?");
    private static final Pattern POSITION = Pattern.compile("(\\d{2})(?:-(\\d{2}))?");

    /** @param occurrence from 1 */
    public record Step(String tag, int occurrence) {}

    /**
     * @param composite absent: wherever the element stands
     * @param id absent: the composite itself, or what stands at the position
     * @param occurrence from 1; 0: every one
     * @param position from 1; 0: by its number
     * @param component from 1; 0: the element itself
     */
    public record ElementName(@Nullable String composite, @Nullable String id, int occurrence, int position, int component) {}

    /** @throws IllegalArgumentException if it is no such path */
    public static DraftPath parse(String text) {
        String[] words = text.split("/", -1);
        List<Step> steps = new ArrayList<>();
        int at = 0;
        for (; at < words.length && STEP.matcher(words[at]).matches(); at++) {
            Matcher step = STEP.matcher(words[at]);
            if (step.matches()) {
                steps.add(new Step(step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2))));
            }
        }
        if (steps.isEmpty() || words.length - at > 2) {
            throw new IllegalArgumentException("no place in a message: \"" + text + "\"");
        }
        return new DraftPath(List.copyOf(steps), at == words.length ? null : element(List.of(words).subList(at, words.length), text));
    }

    private static ElementName element(List<String> words, String text) {
        boolean inside = COMPOSITE.matcher(words.getFirst()).matches();
        Matcher position = POSITION.matcher(words.getLast());
        if (words.size() == 1 && position.matches()) {
            int component = position.group(2) == null ? 0 : Integer.parseInt(position.group(2));
            return new ElementName(null, null, 0, Integer.parseInt(position.group(1)), component);
        }
        if (words.size() == 1 && inside) {
            return new ElementName(words.getFirst(), null, 0, 0, 0);
        }
        Matcher element = ELEMENT.matcher(words.getLast());
        if (!element.matches() || words.size() == 2 && !inside) {
            throw new IllegalArgumentException("no data element: \"" + text + "\"");
        }
        int occurrence = element.group(2) == null ? 0 : Integer.parseInt(element.group(2));
        return new ElementName(words.size() == 2 ? words.getFirst() : null, element.group(1), occurrence, 0, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : "/").append(step.tag()).append(step.occurrence() == 1 ? "" : "#" + step.occurrence());
        }
        return text.toString();
    }
}

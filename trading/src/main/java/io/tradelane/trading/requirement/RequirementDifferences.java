package io.tradelane.trading.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an edit changed, for the journal: fields of the head by name, lines as {@code line 2}; each {@code before → after}, which reads in any language. */
final class RequirementDifferences {
    private static final int MOST_LINES = 30;
    private static final int LONGEST = 120;

    private RequirementDifferences() {}

    static Map<String, String> between(RequirementRow before, List<RequirementLineRow> linesBefore, RequirementForm after) {
        Map<String, String> changed = new LinkedHashMap<>();
        field("title", before.title(), after.title(), changed);
        field("currency", before.currency(), after.currency(), changed);
        field("needBy", before.needBy(), after.needBy(), changed);
        field("shipTo", before.shipTo(), after.shipTo(), changed);
        field("note", before.note(), after.note(), changed);
        Map<String, RequirementForm.Line> old = linesBefore.stream().map(RequirementLineRow::form)
                .collect(Collectors.toMap(line -> String.valueOf(line.lineNumber()), Function.identity(), (one, other) -> one, LinkedHashMap::new));
        for (int i = 0; i < after.lines().size(); i++) {
            RequirementForm.Line line = after.lines().get(i);
            String number = RequirementChecks.number(line, i);
            RequirementForm.Line was = old.remove(number);
            String said = was == null ? "+ " + told(line) : changes(was, line);
            if (!said.isEmpty() && changed.size() < MOST_LINES) {
                changed.put("line " + number, shortened(said));
            }
        }
        old.forEach((number, line) -> {
            if (changed.size() < MOST_LINES) {
                changed.put("line " + number, shortened("\u2212 " + told(line)));
            }
        });
        return changed;
    }

    private static void field(String name, @Nullable Object before, @Nullable Object after, Map<String, String> changed) {
        if (!Objects.equals(before, after)) {
            changed.put(name, shortened(arrow(before, after)));
        }
    }

    private static String changes(RequirementForm.Line was, RequirementForm.Line is) {
        return Stream.of(
                        was.quantity().sameAs(is.quantity()) ? "" : arrow(was.quantity(), is.quantity()),
                        different(was.article(), is.article()), different(was.description(), is.description()), different(was.needBy(), is.needBy()),
                        different(was.shipTo(), is.shipTo()),
                        was.budget() != null && is.budget() != null && was.budget().compareTo(is.budget()) == 0 ? "" : different(was.budget(), is.budget()),
                        Objects.equals(was.articleId(), is.articleId()) ? "" : "\u21c4")
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String different(@Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? "" : arrow(before, after);
    }

    private static String arrow(@Nullable Object before, @Nullable Object after) {
        return text(before) + " \u2192 " + text(after);
    }

    private static String told(RequirementForm.Line line) {
        return Stream.of(line.article(), line.description(), line.quantity()).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "\u2013" : value.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}

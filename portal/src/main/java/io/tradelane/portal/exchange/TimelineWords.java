package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.AuditTrail;
import io.tradelane.trading.exchange.TimelineEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How a timeline entry is told, in templates {@code #timelineWords}. */
@Component("timelineWords")
class TimelineWords implements Vocabulary {
    /** Said elsewhere on the page, or of no use to a reader. */
    private static final Set<String> UNTOLD = Set.of("number", "bytes", "outbox", "first", "door", "kind", "subject", "as", "rowVersion");

    private final Words words;
    private final Formats formats;

    TimelineWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    public String title(Timeline.Entry line) {
        String key = "timeline." + line.entityType() + "." + line.entry().event();
        return words.textOr(key, words.textOr("timeline." + line.entityType(), line.entityType()) + ": " + plain(line.entry().event()));
    }

    public String tone(Timeline.Entry line) {
        return words.toneOf(line.entry().to());
    }

    /** What moved, by whom, over which way. */
    public String detail(Timeline.Entry line) {
        TimelineEntry entry = line.entry();
        List<String> parts = new ArrayList<>();
        if (entry.messageType() != null) {
            parts.add(entry.messageType() + (entry.door() == null ? "" : " · " + words.textOr("door." + entry.door(), entry.door())));
        }
        if (entry.controlReference() != null) {
            parts.add(words.text("timeline.reference", entry.controlReference()));
        }
        new TreeMap<>(entry.details()).forEach((name, value) -> {
            if (!UNTOLD.contains(name) && !value.equals("0")) {
                parts.add(detail(name, value));
            }
        });
        parts.add(words.of(entry.source()) + " · " + (entry.actor().equals("hub") ? words.text("timeline.hub") : actor(entry)));
        return String.join(" · ", parts);
    }

    /** Of the audit trail. */
    public String title(AuditTrail.Line line) {
        return title(entry(line));
    }

    public String detail(AuditTrail.Line line) {
        return detail(entry(line));
    }

    private static Timeline.Entry entry(AuditTrail.Line line) {
        return new Timeline.Entry(line.subject(), line.subjectId(), line.entry());
    }

    public String time(Timeline.Entry line) {
        return line.technical() ? formats.seconds(line.entry().at()) : formats.time(line.entry().at());
    }

    private String detail(String name, String value) {
        if (name.startsWith("line ")) {
            return words.text("change.line", name.substring("line ".length()), value);
        }
        String label = words.textOr("detail." + name, plain(name));
        return label + " " + words.textOr("value." + name + "." + value, formats.value(value));
    }

    /** A person with the roles in which she did it. */
    private String actor(TimelineEntry entry) {
        String as = entry.details().get("as");
        return as == null || as.isEmpty() ? entry.actor()
                : words.text("timeline.as", entry.actor(), Arrays.stream(as.split(" ")).map(role -> words.textOr("Role." + role, plain(role))).collect(Collectors.joining(", ")));
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a timeline entry is told, in templates {@code #timelineWords}. */
@Component("timelineWords")
class TimelineWords implements Vocabulary {
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
        entry.details().forEach((name, value) -> parts.add(words.textOr("detail." + name, plain(name)) + " " + value));
        parts.add(words.of(entry.source()) + " · " + (entry.actor().equals("hub") ? words.text("timeline.hub") : entry.actor()));
        return String.join(" · ", parts);
    }

    public String time(Timeline.Entry line) {
        return line.technical() ? formats.seconds(line.entry().at()) : formats.time(line.entry().at());
    }

    private static String plain(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

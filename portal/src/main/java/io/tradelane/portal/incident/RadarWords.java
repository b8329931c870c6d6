package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How what is owed is spoken of, in templates {@code #radarWords}. */
@Component("radarWords")
class RadarWords implements Vocabulary {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private final Words words;
    private final Formats formats;
    private final Clock clock;

    RadarWords(Words words, Formats formats, Clock clock) {
        this.words = words;
        this.formats = formats;
        this.clock = clock;
    }

    /** {@code 3 h late}, {@code due in 2 d}, {@code came 10 min before}. */
    public String lateness(Obligation one) {
        Instant closed = one.closedAt();
        Duration late = Duration.between(one.dueAt(), closed == null ? clock.instant() : closed);
        String time = span(late.abs());
        if (closed == null) {
            return words.text(late.isNegative() ? "radar.early" : "radar.late", time);
        }
        return words.text(late.isNegative() ? "radar.came.early" : "radar.came.late", time);
    }

    public String tone(Obligation one) {
        if (one.closedAt() != null) {
            return one.closedAt().isAfter(one.dueAt()) ? "warn" : one.outcome() == Obligation.Outcome.WITHDRAWN ? "mute" : "ok";
        }
        return one.snoozedUntil() != null && one.snoozedUntil().isAfter(clock.instant()) ? "mute" : one.dueAt().isAfter(clock.instant()) ? "info" : "bad";
    }

    public String age(Obligation one) {
        return span(Duration.between(one.openedAt(), one.closedAt() == null ? clock.instant() : one.closedAt()));
    }

    public String term(Radar.Term term) {
        return term.minutes() == null ? words.text("radar.term.never") : words.text("radar.term." + term.kind(), span(Duration.ofMinutes(term.minutes())));
    }

    private String span(Duration time) {
        long minutes = time.toMinutes();
        return minutes < HOUR ? words.text("span.minutes", formats.number(minutes))
                : minutes < 2 * DAY ? words.text("span.hours", formats.number(minutes / HOUR)) : words.text("span.days", formats.number(minutes / DAY));
    }
}

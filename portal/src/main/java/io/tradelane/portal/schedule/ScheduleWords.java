package io.tradelane.portal.schedule;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.schedule.CumulativeCheck;
import io.tradelane.trading.schedule.DemandView;
import io.tradelane.trading.schedule.Outstanding;
import io.tradelane.trading.schedule.ScheduleSummary;
import io.tradelane.trading.schedule.ScheduleView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a schedule is spoken of, in templates {@code #scheduleWords}. */
@Component("scheduleWords")
class ScheduleWords implements Vocabulary {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm xxx");
    private final Words words;
    private final Formats formats;

    ScheduleWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** The other party, in the reader's script; both for whoever is neither. */
    public String partner(ScheduleSummary schedule, Caller caller) {
        if (caller.isSelf(schedule.buyer().id())) {
            return words.name(schedule.supplier());
        }
        return caller.isSelf(schedule.supplier().id()) ? words.name(schedule.buyer()) : words.name(schedule.buyer()) + " → " + words.name(schedule.supplier());
    }

    /** The number, and the release where the buyer counts. */
    public String title(ScheduleSummary schedule) {
        return schedule.release().equals(schedule.number()) ? schedule.number() : words.text("schedule.numbered", schedule.number(), schedule.release());
    }

    /** The article's name in the reader's language, else what the document calls it, else its number. */
    public String item(DemandView line) {
        String name = words.chinese() ? line.articleNameZh() : line.articleNameEn();
        return Stream.of(name, line.description(), line.buyerArticle(), line.supplierArticle(), line.gtin()).filter(Objects::nonNull).findFirst().orElse("–");
    }

    public String item(ScheduleView.Ended line) {
        return Stream.of(line.description(), line.buyerArticle(), line.supplierArticle(), line.gtin()).filter(Objects::nonNull).findFirst().orElse("–");
    }

    public String numbers(DemandView line) {
        return numbers(line.supplierArticle(), line.buyerArticle(), line.gtin());
    }

    public String numbers(ScheduleView.Ended line) {
        return numbers(line.supplierArticle(), line.buyerArticle(), line.gtin());
    }

    private static String numbers(@Nullable String... numbers) {
        return Stream.of(numbers).filter(Objects::nonNull).distinct().collect(Collectors.joining(" · "));
    }

    /** {@code 2026-W49}, of ISO 8601. */
    public String week(LocalDate monday) {
        return "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** {@code 11-30 – 12-06}. */
    public String days(LocalDate monday) {
        return DAY.format(monday) + " – " + DAY.format(monday.plusDays(6));
    }

    /** A day, with the time of a call in the buyer's own clock; or a period. */
    public String when(Outstanding delivery) {
        if (delivery.to() != null) {
            return formats.date(delivery.from()) + " – " + formats.date(delivery.to());
        }
        return delivery.at() == null ? formats.date(delivery.from()) : formats.date(delivery.from()) + " " + CLOCK.format(delivery.at());
    }

    /** {@code +20}, {@code −400}; nothing where nothing changed. */
    public String change(BigDecimal change) {
        return change.signum() == 0 ? "" : change.signum() > 0 ? "+" + formats.number(change) : formats.number(change);
    }

    /** More is wanted, or less; both are worth a look. */
    public String tone(BigDecimal change) {
        return change.signum() > 0 ? "info" : "warn";
    }

    /** What came of the check of the cumulative quantity. */
    public String check(CumulativeCheck check) {
        if (check.deviation() == null) {
            return words.text("schedule.cumulative.unknown");
        }
        return check.deviates() ? words.text("schedule.cumulative.deviates", change(check.deviation())) : words.text("schedule.cumulative.agrees");
    }

    public String tone(CumulativeCheck check) {
        return check.deviation() == null ? "mute" : check.deviates() ? "warn" : "ok";
    }
}

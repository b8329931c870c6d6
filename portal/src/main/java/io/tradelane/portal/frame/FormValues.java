package io.tradelane.portal.frame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed, read field by field; what cannot be read becomes a problem beside its field. */
public final class FormValues {
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private static final int MOST_DECIMALS = 6;
    private final Map<String, String> typed;
    private final Problems problems;
    private final Words words;

    public FormValues(Map<String, String> typed, Problems problems, Words words) {
        this.typed = typed;
        this.problems = problems;
        this.words = words;
    }

    /** @return null when blank */
    public @Nullable String text(String field, int longest) {
        String value = typed.getOrDefault(field, "").strip();
        if (value.length() > longest) {
            problems.add(field, words.text("problem.tooLong"));
        }
        return value.isEmpty() ? null : value;
    }

    /** A number that is not negative, with or without thousands separators; null when blank or wrong. */
    public @Nullable BigDecimal number(String field) {
        String value = text(field, 30);
        if (value == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value.replace(",", ""));
            if (number.signum() >= 0 && number.compareTo(LARGEST) < 0 && number.stripTrailingZeros().scale() <= MOST_DECIMALS) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // told below
        }
        problems.add(field, words.text("problem.number"));
        return null;
    }

    /** An ISO 8601 date; null when blank or wrong. */
    public @Nullable LocalDate date(String field) {
        String value = text(field, 20);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException wrong) {
            problems.add(field, words.text("problem.date"));
            return null;
        }
    }

    /** An ISO 8601 date with a time of day, by the clock of {@code zone}; null when blank or wrong. */
    public @Nullable OffsetDateTime moment(String field, ZoneId zone) {
        String value = text(field, 20);
        if (value == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(value).atZone(zone).toOffsetDateTime();
        } catch (DateTimeParseException wrong) {
            problems.add(field, words.text("problem.date"));
            return null;
        }
    }

    /** Whether everything read so far was right. */
    public boolean right() {
        return problems.isEmpty();
    }

    public boolean ticked(String field) {
        return typed.containsKey(field);
    }

    public void wrong(String field, String problem) {
        problems.add(field, words.text(problem));
    }
}

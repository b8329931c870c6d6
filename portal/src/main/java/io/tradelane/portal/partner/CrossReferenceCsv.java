package io.tradelane.portal.partner;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.partner.CrossReference;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cross-references as CSV with the header {@code kind,theirs,ours,from,until}; days in ISO 8601, an empty last one for no end. */
final class CrossReferenceCsv {
    static final int MOST_ROWS = 100_000;
    private static final String[] HEADER = {"kind", "theirs", "ours", "from", "until"};
    private static final int LONGEST = 100;

    private CrossReferenceCsv() {}

    /** @param problems one for each wrong row: its number in the text and the name of the column */
    record Read(List<CrossReference> references, List<Problem> problems) {}

    /** @param column {@code null} when the row as a whole is wrong */
    record Problem(long row, @Nullable String column) {}

    /** @param today from when a row holds that names no day */
    static Read read(String text, UUID organisation, LocalDate today) {
        List<CrossReference> references = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String body = text.strip();
        char separator = body.lines().findFirst().filter(header -> header.contains(";")).isPresent() ? ';' : ',';
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(body)) {
            for (NamedCsvRecord row : rows) {
                if (references.size() == MOST_ROWS) {
                    problems.add(new Problem(row.getStartingLineNumber(), null));
                    break;
                }
                read(row, organisation, today, references, problems);
            }
        } catch (CsvParseException broken) {
            problems.add(new Problem(references.size() + 2L, null));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return new Read(references, problems);
    }

    private static void read(
            NamedCsvRecord row, UUID organisation, LocalDate today, List<CrossReference> references, List<Problem> problems) {
        CrossReference.Kind kind = Constants.of(CrossReference.Kind.class, field(row, "kind")).orElse(null);
        String theirs = field(row, "theirs");
        String ours = field(row, "ours");
        LocalDate from = day(row, "from", today);
        LocalDate until = field(row, "until").isEmpty() ? null : day(row, "until", null);
        String wrong = kind == null ? "kind"
                : theirs.isEmpty() || theirs.length() > LONGEST ? "theirs"
                : ours.isEmpty() || ours.length() > LONGEST || kind == CrossReference.Kind.CURRENCY && !CurrencyCode.isKnown(ours) ? "ours"
                : from == null ? "from"
                : until == null && !field(row, "until").isEmpty() || until != null && until.isBefore(from) ? "until"
                : null;
        if (wrong == null && kind != null && from != null) {
            references.add(new CrossReference(Ids.next(), organisation, kind, theirs, ours, from, until));
        } else {
            problems.add(new Problem(row.getStartingLineNumber(), wrong));
        }
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }

    private static @Nullable LocalDate day(NamedCsvRecord row, String name, @Nullable LocalDate otherwise) {
        String day = field(row, name);
        try {
            return day.isEmpty() ? otherwise : LocalDate.parse(day);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    static String write(List<CrossReference> references) {
        StringWriter text = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(text)) {
            rows.writeRecord(HEADER);
            references.forEach(reference -> rows.writeRecord(
                    Constants.word(reference.kind()), reference.theirs(), reference.ours(), reference.from().toString(),
                    reference.until() == null ? "" : reference.until().toString()));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return text.toString();
    }
}

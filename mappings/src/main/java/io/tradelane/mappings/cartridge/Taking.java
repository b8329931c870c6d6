package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Takes one value of a segment into a slot of a row. */
final class Taking {

    private static final long DAY = PackedCode.of("102");

    private final int slot;
    private final Declaration.Type type;
    private final Place.Address at;
    private final Place.@Nullable Address format;

    private final @Nullable CodeList codes;

    /**
     * @param format where the format of a date is said
     * @param codes of a coded element
     */
    Taking(int slot, Declaration.Type type, Place.Address at, Place.@Nullable Address format, @Nullable CodeList codes) {
        this.slot = slot;
        this.type = type;
        this.at = at;
        this.format = format;
        this.codes = codes;
    }

    Place.Address at() {
        return at;
    }

    /** Flat index of the component, -1 when it was not sent. */
    int find(Segment segment) {
        return segment.find(at.element(), at.repetition(), at.component());
    }

    /** @param index of the component */
    void take(PlanRun run, Segment segment, Row row, int index) {
        if (row.value(slot) == null) {
            row.value(slot, value(run, segment, index));
        }
    }

    private @Nullable Object value(PlanRun run, Segment segment, int index) {
        if (type == Declaration.Type.STRING) {
            return codes == null ? text(segment, index) : code(codes, segment, index);
        }
        if (type == Declaration.Type.DECIMAL) {
            return ValueReader.decimal(segment, index);
        }
        return type == Declaration.Type.INTEGER ? integer(run, segment, index) : date(run, segment, index);
    }

    private String code(CodeList codes, Segment segment, int index) {
        if (segment.isClean()) {
            return segment.code(index, codes);
        }
        String code = segment.isPlain() ? codes.code(segment.buffer(), segment.start(index), segment.end(index)) : null;
        return code == null ? segment.text(index) : code;
    }

    private static String text(Segment segment, int index) {
        int from = segment.start(index);
        int length = segment.end(index) - from;
        return length <= ShortTexts.LONGEST && segment.isPlain() ? ShortTexts.text(segment, index, from, length) : segment.text(index);
    }

    private @Nullable BigDecimal integer(PlanRun run, Segment segment, int index) {
        BigDecimal number = ValueReader.decimal(segment, index);
        if (number != null && number.stripTrailingZeros().scale() > 0) {
            run.invalid(segment, at, index, "0–9");
            return null;
        }
        return number;
    }

    private @Nullable Temporal date(PlanRun run, Segment segment, int index) {
        int formatIndex = format == null ? -1 : segment.find(format.element(), format.repetition(), format.component());
        if (segment.isPlain() && (formatIndex < 0 || isDay(segment, formatIndex))) {
            LocalDate plain = DateReader.plain(segment.buffer(), segment.start(index), segment.end(index));
            if (plain != null) {
                return plain;
            }
        }
        String form = formatIndex < 0 ? null : segment.text(formatIndex);
        Temporal date = DateReader.read(segment.text(index), form);
        if (date == null && form != null) {
            // Many senders write a date of one format and the number of another.
            date = DateReader.read(segment.text(index), null);
            if (date != null) {
                run.unlike(segment, at, index, "a date in format " + form);
                return date;
            }
        }
        if (date == null) {
            run.invalid(segment, at, index, form(form));
        }
        return date;
    }

    private static boolean isDay(Segment segment, int index) {
        int from = segment.start(index);
        int length = segment.end(index) - from;
        return length == 3 && PackedCode.of(segment.buffer(), from, length) == DAY;
    }

    /** Format code 2379 as people know it. */
    private static String form(@Nullable String code) {
        return switch (code) {
            case null -> "CCYYMMDD";
            case "101" -> "YYMMDD (101)";
            case "102" -> "CCYYMMDD (102)";
            case "203" -> "CCYYMMDDHHMM (203)";
            case "204" -> "CCYYMMDDHHMMSS (204)";
            default -> "2379 = " + code;
        };
    }
}

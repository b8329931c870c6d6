package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Takes one value of a segment into a slot of a row. */
final class Taking {

    private final int slot;
    private final Declaration.Type type;
    private final Place.Address at;
    private final Place.@Nullable Address format;

    private ValueReader.ShortText recent = ValueReader.ShortText.NONE;

    /** @param format where the format of a date is said */
    Taking(int slot, Declaration.Type type, Place.Address at, Place.@Nullable Address format) {
        this.slot = slot;
        this.type = type;
        this.at = at;
        this.format = format;
    }

    Place.Address at() {
        return at;
    }

    /** @param index of the component */
    void take(PlanRun run, Segment segment, Row row, int index) {
        if (row.value(slot) == null) {
            row.value(slot, value(run, segment, index));
        }
    }

    private @Nullable Object value(PlanRun run, Segment segment, int index) {
        if (type == Declaration.Type.STRING) {
            return text(segment, index);
        }
        if (type == Declaration.Type.DECIMAL) {
            return ValueReader.decimal(segment, index);
        }
        return type == Declaration.Type.INTEGER ? integer(run, segment, index) : date(run, segment, index);
    }

    /** At one place the same codes recur: the last one is kept, whoever's it was. */
    private String text(Segment segment, int index) {
        if (!ValueReader.isShort(segment, index)) {
            return segment.text(index);
        }
        int packed = ValueReader.pack(segment, index);
        if ((packed & ValueReader.NOT_ASCII) != 0) {
            return segment.text(index);
        }
        ValueReader.ShortText known = recent;
        if (known.packed() != packed) {
            known = new ValueReader.ShortText(packed, segment.text(index));
            recent = known;
        }
        return known.text();
    }

    private @Nullable BigDecimal integer(PlanRun run, Segment segment, int index) {
        BigDecimal number = ValueReader.decimal(segment, index);
        if (number != null && number.stripTrailingZeros().scale() > 0) {
            run.invalid(segment, at, index, "an integer");
            return null;
        }
        return number;
    }

    private @Nullable Temporal date(PlanRun run, Segment segment, int index) {
        int formatIndex = format == null ? -1 : segment.find(format.element(), format.repetition(), format.component());
        if (formatIndex >= 0 && segment.isPlain()) {
            LocalDate plain = DateReader.plain(
                    segment.buffer(), segment.start(index), segment.end(index), segment.start(formatIndex), segment.end(formatIndex));
            if (plain != null) {
                return plain;
            }
        }
        String form = formatIndex < 0 ? null : segment.text(formatIndex);
        Temporal date = DateReader.read(segment.text(index), form);
        if (date == null) {
            run.invalid(segment, at, index, form == null ? "a date" : "a date in format " + form);
        }
        return date;
    }
}

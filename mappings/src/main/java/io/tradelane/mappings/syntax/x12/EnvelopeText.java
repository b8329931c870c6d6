package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.edifact.Segment;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What ISA and GS say. */
final class EnvelopeText {

    /** {@link InterchangeHeader#syntaxIdentifier} of every X12 interchange. */
    static final String SYNTAX = "X12";

    private static final int CENTURY = 2000;

    private EnvelopeText() {}

    static InterchangeHeader interchange(Segment isa) {
        return new InterchangeHeader(
                SYNTAX, text(isa, 12), party(isa, 5), party(isa, 7), at(text(isa, 9), text(isa, 10)), text(isa, 13), null,
                text(isa, 14).equals("1"), text(isa, 15).equals("T"));
    }

    /** Stands for an ISA that is not there. */
    static InterchangeHeader none() {
        PartyAddress nobody = new PartyAddress("", null);
        return new InterchangeHeader(SYNTAX, "", nobody, nobody, null, "", null, false, false);
    }

    static GroupHeader group(Segment gs) {
        return new GroupHeader(
                text(gs, 1), text(gs, 2), text(gs, 3), at(text(gs, 4), text(gs, 5)), text(gs, 6), text(gs, 7), text(gs, 8));
    }

    private static PartyAddress party(Segment isa, int qualifier) {
        String code = text(isa, qualifier);
        return new PartyAddress(text(isa, qualifier + 1), code.isEmpty() ? null : code);
    }

    private static @Nullable LocalDateTime at(String date, String time) {
        try {
            int day = Integer.parseInt(date);
            int minute = time.length() < 4 ? 0 : Integer.parseInt(time.substring(0, 4));
            int year = date.length() == 8 ? day / 10_000 : CENTURY + day / 10_000;
            return LocalDateTime.of(year, day / 100 % 100, day % 100, minute / 100, minute % 100);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    static String text(Segment segment, int element) {
        String text = segment.text(element, 1);
        return text == null ? "" : text.strip();
    }
}

package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Severity;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads UNB. */
final class EnvelopeHeader {

    private static final Set<String> VERSIONS = Set.of("1", "2", "3", "4");
    private static final int CENTURY = 2000;

    private EnvelopeHeader() {}

    static InterchangeHeader read(Segment unb, Findings findings) {
        String identifier = text(unb, 1, 1);
        String version = text(unb, 1, 2);
        if (!identifier.isEmpty() && CharacterSet.of(identifier).isEmpty()) {
            // IATA and others have identifiers of their own; those of UN/ECE say what the bytes mean.
            Severity severity = identifier.startsWith("UNO") ? Severity.ERROR : Severity.WARNING;
            findings.add(EdifactError.CHARACTER_SET_UNKNOWN, severity, unb.position(1, 1), identifier, CharacterSet.known(), "UNB/S001/0001");
        }
        if (!version.isEmpty() && !VERSIONS.contains(version)) {
            findings.add(EdifactError.SYNTAX_VERSION_UNKNOWN, unb.position(1, 2), version, "3");
        }
        String acknowledgement = text(unb, 9, 1);
        return new InterchangeHeader(
                identifier, version, party(unb, 2), party(unb, 3), preparedAt(unb, findings), text(unb, 5, 1),
                unb.text(7, 1), acknowledgement.equals("1") || acknowledgement.equals("2"), text(unb, 11, 1).equals("1"));
    }

    private static PartyAddress party(Segment unb, int element) {
        return new PartyAddress(text(unb, element, 1), unb.text(element, 2));
    }

    private static @Nullable LocalDateTime preparedAt(Segment unb, Findings findings) {
        String date = text(unb, 4, 1);
        String time = text(unb, 4, 2);
        if (date.isEmpty()) {
            return null;
        }
        try {
            int day = Integer.parseInt(date);
            int minute = time.isEmpty() ? 0 : Integer.parseInt(time);
            int year = date.length() == 8 ? day / 10_000 : CENTURY + day / 10_000;
            return LocalDateTime.of(year, day / 100 % 100, day % 100, minute / 100, minute % 100);
        } catch (DateTimeException | NumberFormatException e) {
            findings.add(EdifactError.VALUE_INVALID, Severity.WARNING, unb.position(4, 1), date + ":" + time, "YYMMDD:HHMM", "UNB/S004");
            return null;
        }
    }

    private static String text(Segment segment, int element, int component) {
        String text = segment.text(element, component);
        return text == null ? "" : text;
    }
}

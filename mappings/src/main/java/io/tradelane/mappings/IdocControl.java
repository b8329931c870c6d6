package io.tradelane.mappings;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.mappings.syntax.idoc.IdocWriter;
import io.tradelane.trading.shared.CheckDigit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The control record as the envelope of an IDoc. */
final class IdocControl {
    private static final String GLN = "14";

    private IdocControl() {}

    static InterchangeHeader header(Idoc idoc) {
        IdocSegment control = idoc.control();
        LocalDate day = control.date("CREDAT");
        LocalTime time = IdocValues.time(control.value("CRETIM"));
        LocalDateTime prepared = day == null ? null : day.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return new InterchangeHeader(
                "IDOC", idoc.flat() ? "FLAT" : "XML", partner(control, "SND"), partner(control, "RCV"), prepared, idoc.number(),
                control.text("MESCOD"), false, control.has("TEST"));
    }

    /** A GLN in the logical address, else the partner number with its type. */
    private static PartyAddress partner(IdocSegment control, String side) {
        String address = control.value(side + "LAD");
        return CheckDigit.isGln(address) ? new PartyAddress(address, GLN) : new PartyAddress(control.value(side + "PRN"), control.text(side + "PRT"));
    }

    /** @param index of the IDoc in the file, from 0 */
    static IdocSegment of(Envelope envelope, String basicType, String messageType, int index) {
        LocalDateTime prepared = LocalDateTime.ofInstant(envelope.preparedAt(), ZoneOffset.UTC);
        IdocSegment control = IdocWriter.control().set("DOCNUM", number(envelope.controlReference(), index)).set("DIRECT", "2").set("OUTMOD", "2")
                .set("TEST", envelope.test() ? "X" : null).set("IDOCTYP", basicType).set("MESTYP", messageType)
                .set("CREDAT", prepared.toLocalDate()).set("CRETIM", IdocValues.text(prepared.toLocalTime()));
        partner(control, "SND", envelope.sender());
        partner(control, "RCV", envelope.recipient());
        return control;
    }

    /** With zeros in front, as SAP has it; counted on when it is a number. */
    private static String number(String reference, int index) {
        boolean digits = !reference.isEmpty() && reference.length() < 16 && reference.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return index == 0 ? reference : reference + (index + 1);
        }
        String counted = Long.toString(Long.parseLong(reference) + index);
        return "0".repeat(16 - counted.length()) + counted;
    }

    /** The type of a partner has two characters: LS, KU, LI. A GLN is a logical address, and which partner that is, SAP finds out. */
    private static void partner(IdocSegment control, String side, PartyAddress address) {
        boolean gln = CheckDigit.isGln(address.id());
        String qualifier = address.qualifier();
        boolean typed = !gln && qualifier != null && qualifier.length() == 2 && Character.isLetter(qualifier.charAt(0));
        control.set(side + "POR", "TRADELANE").set(side + "PRT", typed ? qualifier : "LS").set(side + (gln ? "LAD" : "PRN"), address.id());
    }
}

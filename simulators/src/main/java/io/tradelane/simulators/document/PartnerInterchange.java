package io.tradelane.simulators.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * An EDIFACT interchange with one message, segment by segment as an ERP would print it: it counts segments, escapes and nothing more.
 *
 * @param senderGln and {@code receiverGln}: 13 digits, sent with qualifier 14
 * @param reference UNB 0020, up to 14 characters
 * @param type such as {@code ORDERS:D:96A:UN:EAN008}
 */
public record PartnerInterchange(String senderGln, String receiverGln, String reference, LocalDate date, String type,
        List<String> segments) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG = DateTimeFormatter.BASIC_ISO_DATE;

    public byte[] bytes() {
        var all = new ArrayList<String>();
        all.add("UNB+UNOC:3+" + senderGln + ":14+" + receiverGln + ":14+" + date.format(SHORT) + ":0910+" + reference + "++"
                + type.substring(0, type.indexOf(':')) + "++1");
        all.add("UNH+1+" + type);
        all.addAll(segments);
        all.add("UNT+" + (segments.size() + 2) + "+1");
        all.add("UNZ+1+" + reference);
        return ("UNA:+.? '" + String.join("'", all) + "'").getBytes(StandardCharsets.ISO_8859_1);
    }

    static String day(LocalDate date) {
        return date.format(LONG);
    }

    /** Puts the release character before the service characters (ISO 9735-1, section 7). */
    static String text(String free) {
        return free.replaceAll("([?'+:])", "\\?$1");
    }
}

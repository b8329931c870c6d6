package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.CharacterSetX;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import org.jspecify.annotations.Nullable;

/** Writes field 86 as {@link GermanInformation} reads it. */
final class StructuredInformation {
    /** Six lines of 65. */
    private static final int MOST = 390;
    private static final int PIECE = 27;
    private static final int LAST_OF_FIRST_RANGE = 29;
    private static final int NEXT_RANGE = 60;
    private static final int LAST = 63;
    /** SEPA credit transfer received, and sent. */
    private static final String CREDIT = "166";
    private static final String DEBIT = "116";

    private final StringBuilder text = new StringBuilder();
    private int code = 20;

    private StructuredInformation() {}

    /** Empty when the entry says nothing that belongs there. */
    static String of(Entry entry) {
        return new StructuredInformation().write(entry);
    }

    private String write(Entry entry) {
        boolean paidIn = (entry.direction() == Direction.CREDIT) != entry.reversal();
        String name = paidIn ? entry.debtorName() : entry.creditorName();
        String account = paidIn ? entry.debtorAccount() : entry.creditorAccount();
        remittance("EREF+", entry.endToEndId());
        remittance("SVWZ+", Remittance.with(entry.remittance(), entry.creditorReference()));
        if (account != null) {
            field(31, SwiftText.text("86", account, 34));
        }
        if (name != null) {
            String whole = whole(SwiftText.text("86", name, 2 * PIECE));
            field(32, whole.substring(0, Math.min(PIECE, whole.length())));
            if (whole.length() > PIECE) {
                field(33, whole.substring(PIECE));
            }
        }
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() + 3 > MOST) {
            throw SwiftText.refused("86", text.toString(), "6 * 65x");
        }
        return (entry.direction() == Direction.CREDIT ? CREDIT : DEBIT) + text;
    }

    private void remittance(String keyword, @Nullable String value) {
        if (value == null) {
            return;
        }
        String rest = keyword + whole(CharacterSetX.transliterated(value).strip());
        if (!CharacterSetX.has(rest)) {
            throw SwiftText.refused("86", value, "6 * 65x");
        }
        while (!rest.isEmpty()) {
            if (code > LAST) {
                throw SwiftText.refused("86", value, "14 * 27x");
            }
            field(code, rest.substring(0, Math.min(PIECE, rest.length())));
            rest = rest.substring(Math.min(PIECE, rest.length()));
            code = code == LAST_OF_FIRST_RANGE ? NEXT_RANGE : code + 1;
        }
    }

    /** A question mark before two digits would be read as the start of a sub-field. */
    private static String whole(String value) {
        StringBuilder whole = new StringBuilder(value);
        for (int at = whole.indexOf("?"); at >= 0; at = whole.indexOf("?", at + 1)) {
            if (at + 1 < whole.length() && Character.isDigit(whole.charAt(at + 1))) {
                whole.setCharAt(at, '.');
            }
        }
        return whole.toString();
    }

    private void field(int number, String value) {
        text.append('?').append(number).append(value);
    }
}

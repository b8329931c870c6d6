package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MT910 and MT900, confirmations of credit and debit; MT103 as the beneficiary's bank hands it on: each one entry. */
final class SwiftNoticeMapping {
    private SwiftNoticeMapping() {}

    static @Nullable PaymentNotificationDocument read(FinMessage message) {
        SwiftValues values = new SwiftValues(message.report());
        FinField value = message.field("32A").orElse(null);
        if (value == null) {
            return null;
        }
        String text = value.first().strip();
        LocalDate day = values.date(value, 1, 0, text.substring(0, Math.min(6, text.length())));
        Money amount = day == null ? null : values.money(value, 2, 6, text.substring(6));
        Created created = Created.of(message.field("13D").orElse(null), values);
        SwiftParty payer = SwiftParty.of(message.field("50A", "50F", "50K", "52A", "52D").orElse(null));
        SwiftParty payee = SwiftParty.of(message.field("59", "59A", "59F").orElse(null));
        boolean transfer = message.type().equals("103");
        String account = transfer ? payee.account() : account(message);
        if (account == null || account.isEmpty()) {
            FinField place = message.field("59", "59A", "59F", "25", "25P").orElse(value);
            message.report().add(SwiftError.FORMAT_INVALID, place, place.first(), transfer ? "/34x" : "35x");
        }
        if (account == null || day == null || amount == null || message.report().hasErrors()) {
            return null;
        }
        OffsetDateTime at = created.at() == null ? day.atStartOfDay().atOffset(ZoneOffset.UTC) : created.at();
        String number = message.value("20");
        Direction direction = message.type().equals("900") ? Direction.DEBIT : Direction.CREDIT;
        AccountInformation told = information(message, transfer);
        Entry entry = new Entry(
                account, number, direction, amount, null, day, told.endToEndId(), told.creditorReference(), told.remittance(),
                direction == Direction.CREDIT ? named(payer) : null, direction == Direction.CREDIT ? payer.account() : null,
                transfer ? named(payee) : null, null, false);
        return new PaymentNotificationDocument(number, at, parties(message), List.of(entry));
    }

    private static String account(FinMessage message) {
        return message.field("25", "25P").map(field -> Accounts.of(field.first(), null).number()).orElse("");
    }

    private static @Nullable String named(SwiftParty party) {
        return party.name() == null ? party.bic() : party.name();
    }

    /** Field 70 of a transfer: code words between slashes, of which ROC is the payer's reference; field 72 of a confirmation. */
    private static AccountInformation information(FinMessage message, boolean transfer) {
        String text = message.field(transfer ? "70" : "72").map(field -> String.join(" ", field.lines()).strip()).orElse("");
        String endToEnd = transfer ? null : SwiftValues.reference(message.value("21"));
        if (transfer && text.startsWith("/ROC/")) {
            int end = text.indexOf("//", 5);
            endToEnd = SwiftValues.reference(text.substring(5, end < 0 ? text.length() : end));
            text = end < 0 ? "" : text.substring(end + 2);
        }
        String plain = text.startsWith("/RFB/") ? text.substring("/RFB/".length()) : text;
        return Remittance.of(endToEnd, plain.isBlank() ? null : plain.strip(), null, null);
    }

    private static List<Party> parties(FinMessage message) {
        if (message.sender() == null) {
            return List.of();
        }
        return List.of(new Party(
                PartyRole.MESSAGE_SENDER, List.of(new Party.Identifier(Party.Scheme.BIC, message.sender())), null, null, null));
    }
}

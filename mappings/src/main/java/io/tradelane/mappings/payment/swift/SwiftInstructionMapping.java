package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Batch;
import io.tradelane.trading.document.PaymentInstructionDocument.Kind;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MT101, request for transfer. Sequence A names account, bank and day for all; a transaction of sequence B may name an account of
 * its own. Transactions of one account make one batch.
 */
final class SwiftInstructionMapping {
    private static final String[] ORDERING = {"50F", "50G", "50H"};

    private final FinMessage message;
    private final SwiftValues values;
    private final Map<SwiftParty, List<Transaction>> batches = new LinkedHashMap<>();
    private boolean urgent;

    private SwiftInstructionMapping(FinMessage message) {
        this.message = message;
        this.values = new SwiftValues(message.report());
    }

    static @Nullable PaymentInstructionDocument read(FinMessage message) {
        return new SwiftInstructionMapping(message).document();
    }

    private @Nullable PaymentInstructionDocument document() {
        List<List<FinField>> sequences = sequences();
        List<FinField> general = sequences.getFirst();
        FinField execution = field(general, "30");
        LocalDate day = execution == null ? null : values.date(execution, 1, 0, execution.first().strip());
        SwiftParty payer = SwiftParty.of(field(general, ORDERING));
        for (List<FinField> sequence : sequences.subList(1, sequences.size())) {
            transaction(sequence, payer);
        }
        if (day == null || message.report().hasErrors()) {
            return null;
        }
        String bank = SwiftParty.of(field(general, "52A", "52C")).bic();
        String number = message.value("20");
        String own = message.value("21R");
        List<Batch> all = new ArrayList<>();
        for (Map.Entry<SwiftParty, List<Transaction>> batch : batches.entrySet()) {
            SwiftParty account = batch.getKey();
            String name = own.isEmpty() ? number : own;
            all.add(new Batch(all.isEmpty() ? name : name + "-" + (all.size() + 1), String.valueOf(account.account()),
                    account.name() == null ? account.bic() : account.name(), bank, day, urgent, List.copyOf(batch.getValue())));
        }
        return new PaymentInstructionDocument(
                number, Kind.CREDIT_TRANSFER, day.atStartOfDay().atOffset(ZoneOffset.UTC), List.of(), List.copyOf(all));
    }

    private List<List<FinField>> sequences() {
        List<List<FinField>> sequences = new ArrayList<>();
        sequences.add(new ArrayList<>());
        for (FinField field : message.fields()) {
            if (field.tag().equals("21")) {
                sequences.add(new ArrayList<>());
            }
            sequences.getLast().add(field);
        }
        return sequences;
    }

    private void transaction(List<FinField> fields, SwiftParty general) {
        FinField money = field(fields, "32B");
        FinField place = field(fields, "59", "59A", "59F");
        Money amount = money == null ? null : values.money(money, 1, 0, money.first().strip());
        SwiftParty payee = SwiftParty.of(place);
        FinField ordering = field(fields, ORDERING);
        SwiftParty payer = ordering == null ? general : SwiftParty.of(ordering);
        FinField first = fields.getFirst();
        if (payer.account() == null) {
            message.report().add(SwiftError.FIELD_MISSING, ordering == null ? first : ordering, null, "50H");
        }
        if (place != null && payee.account() == null) {
            message.report().add(SwiftError.FORMAT_INVALID, place, place.first(), "/34x");
        }
        for (FinField code : fields) {
            urgent |= code.tag().equals("23E") && code.first().startsWith("URGP");
        }
        String name = payee.name() == null ? payee.bic() : payee.name();
        if (amount == null || payee.account() == null || name == null) {
            return;
        }
        SwiftParty bank = SwiftParty.of(field(fields, "57A", "57C", "57D"));
        FinField remittance = field(fields, "70");
        String text = remittance == null ? null : String.join(" ", remittance.lines()).strip();
        AccountInformation told = Remittance.of(null, text == null || text.isEmpty() ? null : text, null, null);
        batches.computeIfAbsent(payer, key -> new ArrayList<>()).add(new Transaction(
                null, first.first().strip(), amount, name, payee.account(), bank.bic() == null ? bank.name() : bank.bic(),
                told.creditorReference(), told.remittance(), null, null));
    }

    private static @Nullable FinField field(List<FinField> fields, String... tags) {
        for (FinField field : fields) {
            for (String tag : tags) {
                if (field.tag().equals(tag)) {
                    return field;
                }
            }
        }
        return null;
    }
}

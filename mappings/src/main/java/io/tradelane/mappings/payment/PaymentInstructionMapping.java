package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Batch;
import io.tradelane.trading.document.PaymentInstructionDocument.Kind;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ISO 20022 pain.001 and pain.008, and {@link PaymentInstructionDocument}. */
public final class PaymentInstructionMapping implements XmlMapping<PaymentInstructionDocument> {
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final String NOT_PROVIDED = "NOTPROVIDED";
    private static final String HIGH = "HIGH";

    private final String name;
    private final Kind kind;

    /** @param name of the declaration: {@code pain.001-03} */
    public PaymentInstructionMapping(String name) {
        this.name = name;
        this.kind = name.startsWith("pain.001") ? Kind.CREDIT_TRANSFER : Kind.DIRECT_DEBIT;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/payment/" + name.substring(0, 8).replace('.', '-') + ".xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PAYMENT_INSTRUCTION;
    }

    @Override
    public @Nullable PaymentInstructionDocument read(Row document, MappingReport report) {
        String number = document.text("number");
        OffsetDateTime createdAt = document.dateTime("createdAt", ZoneOffset.UTC);
        List<Batch> batches = new ArrayList<>();
        for (Row row : document.rows("batches")) {
            batch(row, report, batches);
        }
        check(document, batches.stream().flatMap(batch -> batch.transactions().stream()).toList(), report);
        return number == null || createdAt == null ? null : new PaymentInstructionDocument(number, kind, createdAt, parties(document), batches);
    }

    private static List<Party> parties(Row document) {
        String initiator = document.text("initiator");
        String id = document.text("initiatorId");
        if (initiator == null && id == null) {
            return List.of();
        }
        List<Party.Identifier> identifiers = id == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.OTHER, id));
        return List.of(new Party(PartyRole.MESSAGE_SENDER, identifiers, initiator, null, null));
    }

    private void batch(Row row, MappingReport report, List<Batch> batches) {
        List<Transaction> transactions = new ArrayList<>();
        for (Row transaction : row.rows("transactions")) {
            transaction(transaction, report, transactions);
        }
        check(row, transactions, report);
        String number = row.text("number");
        String account = account(row);
        LocalDate date = row.date("date");
        if (account == null) {
            report.add(MappingError.REFERENCE_MISSING, row, null, null, "DbtrAcct, CdtrAcct");
        } else if (number != null && date != null) {
            batches.add(new Batch(
                    number, account, row.text("holder"), row.text("bank"), date, HIGH.equals(row.text("priority")), List.copyOf(transactions)));
        }
    }

    private void transaction(Row row, MappingReport report, List<Transaction> transactions) {
        boolean debit = kind == Kind.DIRECT_DEBIT;
        Money amount = money(row, report);
        String endToEndId = row.text("endToEndId");
        String account = account(row);
        String name = row.text("name");
        if (amount != null && amount.amount().signum() <= 0) {
            report.add(MappingError.AMOUNT_MISSING, row, "amount", amount.amount().toPlainString(), "> 0");
        }
        if (amount != null && endToEndId != null) {
            transactions.add(new Transaction(
                    row.text("instructionId"), endToEndId, amount, name == null ? "" : name, account == null ? "" : account, row.text("bank"),
                    row.text("reference"), row.text("remittance"), debit ? row.text("mandate") : null, debit ? row.date("mandateSigned") : null));
        }
    }

    private static @Nullable String account(Row row) {
        return row.text("iban") != null ? row.text("iban") : row.text("account");
    }

    static @Nullable Money money(Row row, MappingReport report) {
        BigDecimal amount = row.decimal("amount");
        String currency = row.text("currency");
        if (currency != null && !CURRENCIES.contains(currency)) {
            report.add(MappingError.CURRENCY_UNKNOWN, row, "currency", currency, "ISO 4217");
            return null;
        }
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    /** NbOfTxs and CtrlSum, where they are stated. */
    private static void check(Row row, List<Transaction> transactions, MappingReport report) {
        String count = row.text("count");
        if (count != null && !count.equals(Integer.toString(transactions.size()))) {
            report.add(MappingError.LINE_COUNT_WRONG, row, "count", count, Integer.toString(transactions.size()));
        }
        BigDecimal sum = row.decimal("sum");
        BigDecimal added = sum(transactions);
        if (sum != null && sum.compareTo(added) != 0) {
            report.add(MappingError.CONTROL_SUM_WRONG, row, "sum", sum.toPlainString(), added.toPlainString());
        }
    }

    private static BigDecimal sum(List<Transaction> transactions) {
        return transactions.stream().map(transaction -> transaction.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void write(PaymentInstructionDocument document, Row row) {
        List<Transaction> all = document.batches().stream().flatMap(batch -> batch.transactions().stream()).toList();
        row.set("number", document.number()).set("createdAt", document.createdAt());
        row.set("count", Integer.toString(all.size())).set("sum", sum(all));
        document.party(PartyRole.MESSAGE_SENDER).ifPresentOrElse(party -> writeInitiator(party, row), () -> row.set("initiator", holder(document)));
        for (Batch batch : document.batches()) {
            write(batch, row.add("batches"));
        }
    }

    private static void writeInitiator(Party party, Row row) {
        row.set("initiator", party.name());
        party.identifiers().stream().findFirst().ifPresent(identifier -> row.set("initiatorId", identifier.value()));
    }

    /** Who initiates has to be named; who names nobody else is the holder of the account. */
    private static String holder(PaymentInstructionDocument document) {
        return document.batches().stream().map(Batch::accountHolder).filter(Objects::nonNull).findFirst().orElse(NOT_PROVIDED);
    }

    private void write(Batch batch, Row row) {
        row.set("number", batch.number()).set("method", kind == Kind.CREDIT_TRANSFER ? "TRF" : "DD");
        row.set("count", Integer.toString(batch.transactions().size())).set("sum", sum(batch.transactions()));
        row.set("priority", batch.urgent() ? HIGH : null).set("date", batch.executionDate()).set("holder", batch.accountHolder());
        writeAccount(batch.account(), row);
        row.set("bank", batch.bank()).set("noBank", batch.bank() == null ? NOT_PROVIDED : null).set("charges", "SLEV");
        for (Transaction transaction : batch.transactions()) {
            Row line = row.add("transactions");
            line.set("instructionId", transaction.instructionId()).set("endToEndId", transaction.endToEndId());
            line.set("amount", transaction.amount().amount()).set("currency", transaction.amount().currency());
            line.set("name", transaction.name()).set("bank", transaction.bank()).set("reference", transaction.creditorReference());
            line.set("remittance", transaction.remittance());
            writeAccount(transaction.account(), line);
            if (kind == Kind.DIRECT_DEBIT) {
                line.set("noBank", transaction.bank() == null ? NOT_PROVIDED : null);
                line.set("mandate", transaction.mandate()).set("mandateSigned", transaction.mandateSigned());
            }
        }
    }

    /** An IBAN begins with two letters and two digits (ISO 13616). */
    private static void writeAccount(String account, Row row) {
        boolean iban = account.length() >= 15 && Character.isLetter(account.charAt(0)) && Character.isLetter(account.charAt(1))
                && Character.isDigit(account.charAt(2)) && Character.isDigit(account.charAt(3));
        row.set(iban ? "iban" : "account", account.isEmpty() ? null : account);
    }
}

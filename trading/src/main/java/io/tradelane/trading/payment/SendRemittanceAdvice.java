package io.tradelane.trading.payment;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.RemittanceAdvices.Announce;
import io.tradelane.trading.payment.RemittanceAdvices.Pay;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The command behind {@link RemittanceAdvices#announce}. */
@Component
class SendRemittanceAdvice {
    private static final int LONGEST_REFERENCE = 35;
    private final RemittanceRepository repository;
    private final AnnouncePayment announce;
    private final RemittanceForm form;
    private final JdbcClient jdbc;

    SendRemittanceAdvice(RemittanceRepository repository, AnnouncePayment announce, RemittanceForm form, JdbcClient jdbc) {
        this.repository = repository;
        this.announce = announce;
        this.form = form;
        this.jdbc = jdbc;
    }

    private record Invoice(UUID id, UUID buyerOrgId, UUID supplierOrgId, String number, InvoiceDocument.Kind kind, LocalDate issuedOn) {}

    CommandResult send(Announce command) {
        Optional<UUID> before = repository.requested(command.requestId());
        if (before.isPresent()) {
            return new CommandResult.AlreadyDone(before.get(), 1);
        }
        List<Problem> problems = new ArrayList<>();
        if (command.paymentDate() == null) {
            problems.add(new Problem("paymentDate", "required"));
        }
        if (command.paymentReference() != null && command.paymentReference().length() > LONGEST_REFERENCE) {
            problems.add(new Problem("paymentReference", "tooLong"));
        }
        if (command.items().isEmpty()) {
            problems.add(new Problem("items", "required"));
        }
        List<RemittanceAdviceDocument.Item> items = new ArrayList<>();
        List<Invoice> invoices = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < command.items().size(); i++) {
            Pay pay = command.items().get(i);
            Optional<Invoice> invoice = seen.add(pay.invoice()) ? own(pay.invoice()) : Optional.empty();
            if (invoice.isEmpty()) {
                problems.add(new Problem("items[" + i + "].invoice", "choice"));
            } else {
                invoices.add(invoice.get());
                items.add(item(invoice.get(), pay, "items[" + i + "].", problems));
            }
        }
        if (problems.isEmpty() && invoices.stream().map(Invoice::supplierOrgId).distinct().count() > 1) {
            problems.add(new Problem("items", "one-supplier"));
        }
        if (problems.isEmpty() && items.stream().map(item -> item.paid().currency()).distinct().count() > 1) {
            problems.add(new Problem("items", "one-currency"));
        }
        return problems.isEmpty() ? carryOut(command, invoices.getFirst(), items) : new CommandResult.Invalid(problems);
    }

    private CommandResult carryOut(Announce command, Invoice first, List<RemittanceAdviceDocument.Item> items) {
        Money total = items.stream().map(RemittanceAdviceDocument.Item::paid).reduce(Money::plus).orElseThrow();
        RemittanceAdviceDocument document = form.make(first.buyerOrgId(), first.supplierOrgId(), Objects.requireNonNull(command.paymentDate()),
                command.paymentReference(), total.rounded(), items);
        ApplyResult result = announce.apply(document, new Parties(first.buyerOrgId(), first.supplierOrgId()), command.requestId(), MessageContext.NONE);
        if (result instanceof ApplyResult.Applied applied) {
            return new CommandResult.Done(applied.id(), 1);
        }
        throw new IllegalStateException("an advice made of open invoices was not applied: " + result);
    }

    private RemittanceAdviceDocument.Item item(Invoice invoice, Pay pay, String at, List<Problem> problems) {
        RemittanceRepository.Payable payable = repository.payable(invoice.id());
        BigDecimal deducted = pay.deducted() == null ? BigDecimal.ZERO : pay.deducted();
        BigDecimal paid = pay.paid() == null ? payable.open().subtract(deducted) : pay.paid();
        if (deducted.signum() < 0) {
            problems.add(new Problem(at + "deducted", "not-positive"));
        }
        if (paid.signum() <= 0) {
            problems.add(new Problem(at + "paid", "not-positive"));
        } else if (paid.add(deducted).compareTo(payable.open()) > 0) {
            problems.add(new Problem(at + "paid", "too-large"));
        }
        if (deducted.signum() > 0 && blank(pay.code()) && blank(pay.text())) {
            problems.add(new Problem(at + "text", "required"));
        }
        String currency = payable.currency();
        return new RemittanceAdviceDocument.Item(invoice.kind(), invoice.number(), invoice.issuedOn(), Figures.money(payable.open(), currency),
                Figures.money(paid, currency), deducted.signum() <= 0 ? List.of()
                        : List.of(new Adjustment(Figures.money(deducted, currency), blank(pay.code()) ? null : pay.code(), blank(pay.text()) ? null : pay.text())));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private Optional<Invoice> own(UUID id) {
        return jdbc.sql("""
                        select id, buyer_org_id, supplier_org_id, number, kind, issued_on from invoice
                        where id = :id and buyer_org_id = :buyer and kind <> 'CREDIT_NOTE'
                        """)
                .param("id", id)
                .param("buyer", Tenancy.current().organisation())
                .query(Invoice.class)
                .optional();
    }

    List<RemittanceAdvices.Payable> payable() {
        return jdbc.sql("""
                        select * from (
                          select i.id, i.number, i.supplier_org_id, s.name, i.due_on, i.creditor_reference, i.currency, %s as open
                            from invoice i join organisation s on s.id = i.supplier_org_id
                           where i.buyer_org_id = :buyer and i.kind <> 'CREDIT_NOTE' and i.status not in ('PAID', 'REJECTED', 'CREDITED')) as payable
                         where open > 0 order by name, supplier_org_id, due_on nulls last, id limit 200
                        """.formatted(RemittanceRepository.OPEN))
                .param("buyer", Tenancy.current().organisation())
                .query((row, n) -> new RemittanceAdvices.Payable(row.getObject("id", UUID.class), row.getString("number"),
                        row.getObject("supplier_org_id", UUID.class), row.getString("name"), row.getObject("due_on", LocalDate.class),
                        row.getString("creditor_reference"), Figures.money(row.getBigDecimal("open"), row.getString("currency"))))
                .list();
    }
}

package io.tradelane.trading.payment;

import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What payers announce to pay. It moves no money: the bank's entries do, and make the announcement true. */
@Service
@Transactional
public class RemittanceAdvices {
    /** Entity type of a remittance advice in the journal. */
    public static final String ENTITY = "REMITTANCE_ADVICE";

    private final AnnouncePayment announce;
    private final SendRemittanceAdvice send;
    private final DecideRemittanceCase decide;
    private final RemittanceReader reader;

    RemittanceAdvices(AnnouncePayment announce, SendRemittanceAdvice send, DecideRemittanceCase decide, RemittanceReader reader) {
        this.announce = announce;
        this.send = send;
        this.decide = decide;
        this.reader = reader;
    }

    /**
     * Applies a REMADV: it stands on each invoice that it names, with amount, day and payment reference. What is deducted, announced beyond what
     * is open, or set off with a document that is not here becomes a case for the supplier's finance. Money that came before is taken as the
     * payment announced. The supplier gets the advice where an agreement says so. Its number is unique between the two.
     *
     * <p>Held: an unknown invoice, documents in another currency, other content under a known number. Rejected: no documents, documents that
     * less the deductions are not the total.
     */
    public ApplyResult apply(RemittanceAdviceDocument document, Parties parties, MessageContext context) {
        return announce.apply(document, parties, null, context);
    }

    /**
     * @param requestId the same one again announces nothing more
     * @param paymentReference the end-to-end id of the payment; {@code null}: the number of the advice
     * @param items invoices of one supplier, in one currency
     */
    public record Announce(UUID requestId, @Nullable LocalDate paymentDate, @Nullable String paymentReference, List<Pay> items) {}

    /**
     * @param paid after the deduction; {@code null}: all that is open, less the deduction
     * @param deducted {@code null}: nothing
     * @param code UN/EDIFACT data element 4465; a code or a text is required with a deduction
     */
    public record Pay(UUID invoice, @Nullable BigDecimal paid, @Nullable BigDecimal deducted, @Nullable String code, @Nullable String text) {}

    /** The buyer announces what it pays; it goes the way of one that came as a message. */
    public CommandResult announce(Announce command) {
        return send.send(command);
    }

    /**
     * The supplier's finance decides a case; it moves no money.
     *
     * @param reason required
     */
    public CommandResult decide(UUID caseId, RemittanceCase.Status decision, String reason, int expectedVersion) {
        return decide.decide(caseId, decision, reason, expectedVersion);
    }

    /** An invoice that the buyer may announce a payment of. @param open neither paid nor announced */
    public record Payable(UUID invoice, String number, UUID supplier, String supplierName, @Nullable LocalDate dueOn, String creditorReference, Money open) {}

    /** What the acting buyer has to pay, by supplier, earliest due first; at most 200. */
    @Transactional(readOnly = true)
    public List<Payable> payable() {
        return send.payable();
    }

    @Transactional(readOnly = true)
    public Optional<RemittanceView> find(UUID id) {
        return reader.find(id);
    }

    @Transactional(readOnly = true)
    public RemittancePage list(RemittanceFilter filter) {
        return reader.list(filter);
    }

    /** What was announced of an invoice, oldest first. */
    @Transactional(readOnly = true)
    public List<RemittanceView> ofInvoice(UUID invoice) {
        return reader.ofInvoice(invoice);
    }

    /** Which of the invoices have a payment announced that has not come. */
    @Transactional(readOnly = true)
    public Set<UUID> announced(Collection<UUID> invoices) {
        return reader.announced(invoices);
    }

    /** @param status {@code null}: all; newest first, at most 200 */
    @Transactional(readOnly = true)
    public List<RemittanceCase> cases(RemittanceCase.@Nullable Status status) {
        return reader.cases(status);
    }

    /** What waits for the acting supplier's decision; newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<RemittanceCase> toDecide() {
        return reader.cases(RemittanceCase.Status.OPEN).stream().filter(one -> one.supplier().equals(Tenancy.current().organisation())).toList();
    }

    @Transactional(readOnly = true)
    public Optional<RemittanceCase> findCase(UUID id) {
        return reader.findCase(id);
    }
}

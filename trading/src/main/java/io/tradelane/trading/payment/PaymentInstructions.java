package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.MessageContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What companies tell their banks to pay, and what the banks make of it. */
@Service
@Transactional
public class PaymentInstructions {
    /** Entity type of an instructed payment in the journal. */
    public static final String ENTITY = "INSTRUCTED_PAYMENT";

    private final SubmitInstruction submit;
    private final ApplyPaymentStatus applyStatus;
    private final InstructionRepository repository;

    PaymentInstructions(SubmitInstruction submit, ApplyPaymentStatus applyStatus, InstructionRepository repository) {
        this.submit = submit;
        this.applyStatus = applyStatus;
        this.repository = repository;
    }

    /**
     * Keeps a company's instruction payment by payment and passes it on to its bank where the two have an agreement for it. Its
     * number is unique for the company: other content under it is held.
     *
     * @param organisation whose instruction it is
     * @param bank to whom it is addressed; {@code null}: the bank the company has an agreement with
     */
    public ApplyResult apply(PaymentInstructionDocument document, UUID organisation, @Nullable UUID bank, MessageContext context) {
        return submit.apply(document, organisation, bank, context);
    }

    /**
     * Applies what a bank reports of an instruction: the status of one payment counts, else that of its batch, else that of all.
     * A rejected one becomes an incident for the company. Held: an instruction that is not known here.
     *
     * @param bank who reports
     * @param organisation to whom; {@code null}: to whomever the instruction is of
     */
    public ApplyResult apply(PaymentStatusDocument document, UUID bank, @Nullable UUID organisation, MessageContext context) {
        return applyStatus.apply(document, bank, organisation, context);
    }

    @Transactional(readOnly = true)
    public Optional<InstructedPayment> find(UUID payment) {
        return repository.find(payment);
    }

    /** Newest first, at most 200. @param endToEndId only those; {@code null}: all */
    @Transactional(readOnly = true)
    public List<InstructedPayment> list(@Nullable String endToEndId) {
        return repository.list(endToEndId);
    }
}

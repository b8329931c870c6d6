package io.tradelane.trading.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.PaymentStatusDocument.Reason;
import io.tradelane.trading.document.PaymentStatusDocument.Transaction;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.payment.InstructedPayment.Status;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentInstructionsTest extends TradeFixture {
    private static final Set<String> DRAWN = Set.of("""
            SUBMITTED PENDING,SUBMITTED ACCEPTED,SUBMITTED SETTLED,SUBMITTED REJECTED,SUBMITTED CANCELLED,\
            PENDING ACCEPTED,PENDING SETTLED,PENDING REJECTED,PENDING CANCELLED,\
            ACCEPTED PENDING,ACCEPTED SETTLED,ACCEPTED REJECTED,ACCEPTED CANCELLED""".split(","));
    @Autowired PaymentInstructions instructions;
    @Autowired Incidents incidents;
    private UUID bank;

    @BeforeEach
    void bank() {
        bank = organisation("Hausbank", Kind.BANK);
    }

    private ApplyResult submit(PaymentInstructionDocument document) {
        return asEdi(buyer, () -> instructions.apply(document, buyer, bank, new MessageContext(null, null, buyer)));
    }

    private ApplyResult report(PaymentStatusDocument document) {
        return asEdi(bank, () -> instructions.apply(document, bank, buyer, new MessageContext(null, null, bank)));
    }

    private List<Status> statuses(String instruction) {
        return asPerson(buyer, () -> instructions.list(null)).stream().filter(payment -> payment.instruction().equals(instruction)).map(InstructedPayment::status).toList();
    }

    @Test
    void everyPairOfStatusesIsInTheTableOrIllegal() {
        for (Status from : Status.values()) {
            assertThat(java.util.Arrays.stream(Status.values()).filter(from::mayBecome).map(to -> from + " " + to).collect(Collectors.toSet()))
                    .isEqualTo(DRAWN.stream().filter(row -> row.startsWith(from + " ")).collect(Collectors.toSet()));
        }
    }

    @Test
    void anInstructionGoesToTheBankAndItsAnswerCountsPaymentByPayment() {
        agree(buyer, bank, DocumentType.PAYMENT_INSTRUCTION);
        String number = unique("MSG");
        PaymentInstructionDocument document = instruct(number, "E-1", "E-2", "E-3");
        assertThat(submit(document)).isInstanceOf(ApplyResult.Applied.class);
        assertThat(submit(document)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(submit(instruct(number, "E-1"))).isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(outbox(buyer, bank)).containsExactly("PAYMENT_INSTRUCTION");

        report(status(number, PaymentStatusDocument.Status.PARTLY_ACCEPTED,
                new Transaction("B-1", null, "E-1", PaymentStatusDocument.Status.ACCEPTED_SETTLING, List.of(), null),
                new Transaction("B-1", null, "E-2", PaymentStatusDocument.Status.REJECTED, List.of(new Reason("AC04", "Account closed")), null)));
        assertThat(statuses(number)).containsExactly(Status.ACCEPTED, Status.REJECTED, Status.SUBMITTED);
        assertThat(asPerson(buyer, () -> incidents.list(Incidents.Filter.open(), null, 10)).items()).extracting("cause").contains(Cause.PAYMENT_REJECTED);

        PaymentStatusDocument settled = status(number, PaymentStatusDocument.Status.SETTLED);
        assertThat(report(settled)).isInstanceOf(ApplyResult.Applied.class);
        assertThat(statuses(number)).as("a rejected payment stays rejected").containsExactly(Status.SETTLED, Status.REJECTED, Status.SETTLED);
        assertThat(report(settled)).isInstanceOf(ApplyResult.NoEffect.class);
    }

    @Test
    void aReportOfAnUnknownInstructionIsHeldAndAnotherBankIsNotHeard() {
        String number = unique("MSG");
        submit(instruct(number, "E-1"));
        UUID other = organisation("Other bank", Kind.BANK);
        for (ApplyResult result : List.of(report(status(unique("NONE"), PaymentStatusDocument.Status.REJECTED)),
                asEdi(other, () -> instructions.apply(status(number, PaymentStatusDocument.Status.REJECTED), other, buyer, new MessageContext(null, null, other))))) {
            assertThat(result).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_INSTRUCTION));
        }
        assertThat(statuses(number)).containsExactly(Status.SUBMITTED);
    }
}

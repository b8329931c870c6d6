package io.tradelane.trading.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.InvoiceResponseDocument.Kind;
import io.tradelane.trading.document.InvoiceResponseDocument.Status;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.payment.TradeFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BuyerAnswerTest extends TradeFixture {
    /** The table once more as a person would draw it. */
    private static final Set<String> DRAWN = Set.of("""
            AB IP,AB UQ,AB CA,AB RE,AB AP,AB PD,IP UQ,IP CA,IP RE,IP AP,IP PD,UQ UQ,UQ CA,UQ RE,UQ AP,UQ PD,CA RE,CA AP,CA PD,AP PD""".split(","));
    @Autowired Incidents incidents;

    private ApplyResult send(InvoiceResponseDocument document) {
        return asEdi(buyer, () -> invoices.apply(document, parties(), new MessageContext(null, null, buyer)));
    }

    private InvoiceView billed() {
        OrderView order = received();
        return invoice(applied(bill(invoice(unique("INV"), order.number(), List.of(billed("1", null, "1", 10, "1.25"))))));
    }

    @Test
    void everyPairOfAnswersIsInTheTableOrDoesNotFollow() {
        for (Status before : Status.values()) {
            assertThat(BuyerAnswer.follows(null, false, before)).isTrue();
            for (Status after : Status.values()) {
                assertThat(BuyerAnswer.follows(before, false, after)).as(before.code() + " " + after.code())
                        .isEqualTo(DRAWN.contains(before.code() + " " + after.code()));
            }
        }
        assertThat(BuyerAnswer.follows(Status.PAID, true, Status.PAID)).as("a part is paid and then the rest").isTrue();
    }

    @Test
    void anAnswerIsShownOnTheInvoiceAndMovesNoMoney() {
        InvoiceView invoice = billed();
        InvoiceResponseDocument query = answer(invoice.number(), Status.UNDER_QUERY, new Clarification(Kind.REASON, "PRI", "dearer than agreed"));
        assertThat(send(query)).isEqualTo(new ApplyResult.Applied(invoice.id()));
        assertThat(send(query)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(send(answer(invoice.number(), Status.ACKNOWLEDGED))).isInstanceOf(ApplyResult.NoEffect.class);

        InvoiceView after = invoice(invoice.id());
        assertThat(after.buyerAnswers()).singleElement().satisfies(said -> assertThat(said.clarifications()).extracting(Clarification::code).containsExactly("PRI"));
        assertThat(after.status()).isEqualTo(invoice.status());
        assertThat(after.approved()).isEqualTo(invoice.approved());
        assertThat(asPerson(supplier, () -> incidents.list(Incidents.Filter.open(), null, 10)).items()).extracting("cause").contains(Cause.INVOICE_QUERIED);
    }

    @Test
    void nothingFollowsARejectionOrTheWholePayment() {
        InvoiceView invoice = billed();
        send(answer(invoice.number(), Status.PAID, new Clarification(Kind.REASON, "PPD", null)));
        assertThat(send(answer(invoice.number(), Status.PAID))).isInstanceOf(ApplyResult.Applied.class);
        assertThat(send(answer(invoice.number(), Status.REJECTED))).isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.ILLEGAL_TRANSITION));
        assertThat(send(answer(unique("NONE"), Status.ACCEPTED))).isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_INVOICE));
        assertThat(asEdi(supplier, () -> invoices.apply(answer(invoice.number(), Status.ACCEPTED), parties(), new MessageContext(null, null, supplier))))
                .isInstanceOf(ApplyResult.Rejected.class);
    }
}

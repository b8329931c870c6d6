package io.tradelane.portal.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceView;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A buyer announces what it pays, and the supplier reads it and decides about what is deducted. */
class RemittancePagesTest extends PortalTest {
    @Autowired private RemittanceAdvices remittances;
    @Autowired private PaymentInstructions instructions;
    @Autowired private Invoices invoices;
    @Autowired private ApiClients clients;

    @Test
    void aBuyerAnnouncesInTheBrowserAndTheSuppliersFinanceDecidesTheDeduction() throws Exception {
        InvoiceView invoice = Tenancy.call(Actor.hub(), () -> invoices.find(trade.invoice)).orElseThrow();
        String form = "/payments/advices/new";
        mvc.perform(get("/invoices/" + invoice.id()).with(buyer())).andExpect(content().string(containsString(form + "?invoice=" + invoice.id())));
        mvc.perform(get("/invoices/" + invoice.id()).with(supplier())).andExpect(content().string(not(containsString(form))));
        mvc.perform(get(form + "?invoice=" + invoice.id()).with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("payable-" + invoice.number())));
        String field = "-" + invoice.id();
        mvc.perform(post(form).param("requestId", Ids.next().toString()).param("supplier", trade.supplier.toString()).param("pay" + field, "on")
                        .param("paid" + field, "999999999").param("deducted" + field, "5").param("paymentDate", LocalDate.now().toString()).with(buyer()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"paid" + field + "-error\"")))
                .andExpect(content().string(containsString("id=\"text" + field + "-error\"")));
        String request = Ids.next().toString();
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(form).param("requestId", request).param("supplier", trade.supplier.toString()).param("pay" + field, "on").param("paid" + field, "100.00")
                    .param("deducted" + field, "12.50").param("code" + field, "4").param("text" + field, "Two <b>short</b>").param("paymentDate", LocalDate.now().minusDays(2).toString())
                    .param("paymentReference", "E2E-PAGE-1").with(buyer()).with(csrf())).andExpect(status().is3xxRedirection());
        }
        List<RemittanceView> made = Tenancy.call(Actor.hub(), () -> remittances.ofInvoice(invoice.id())).stream().filter(one -> "E2E-PAGE-1".equals(one.paymentReference())).toList();
        assertThat(made).hasSize(1);
        RemittanceView advice = made.getFirst();
        String address = "/payments/advices/" + advice.id();
        mvc.perform(get("/payments/advices?tab=overdue").with(supplier())).andExpect(content().string(containsString("advice-" + advice.number())));
        mvc.perform(get("/payments/advices?q=" + invoice.number()).with(supplier())).andExpect(content().string(containsString("advice-" + advice.number())));
        mvc.perform(get("/payments/advices?q=nothing-like-it").with(supplier())).andExpect(content().string(not(containsString("advice-" + advice.number()))));
        mvc.perform(get("/payments").with(supplier())).andExpect(content().string(containsString("data-testid=\"remittance-case\"")));
        mvc.perform(get("/payments").with(buyer())).andExpect(content().string(not(containsString("data-testid=\"remittance-case\""))));
        mvc.perform(get("/invoices/" + invoice.id()).with(supplier())).andExpect(content().string(containsString("announcement-" + advice.number())))
                .andExpect(content().string(containsString("data-testid=\"announced\""))).andExpect(content().string(containsString("Payment announced")));
        mvc.perform(get("/invoices?q=" + invoice.number()).with(supplier())).andExpect(content().string(containsString("data-testid=\"announced\"")));
        mvc.perform(get(address).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get(address).with(buyer())).andExpect(content().string(not(containsString("data-testid=\"decide\""))));
        mvc.perform(get(address).with(supplier())).andExpect(content().string(containsString("data-testid=\"decide\"")))
                .andExpect(content().string(containsString("Short delivery: Two &lt;b&gt;short"))).andExpect(content().string(containsString("overdue")));
        UUID found = advice.cases().getFirst().id();
        mvc.perform(post("/payments/advices/cases/" + found).param("version", "1").param("decision", "disputed").param("reason", "Counted at the gate").with(supplier()).with(csrf()))
                .andExpect(redirectedUrl(address));
        mvc.perform(get(address).with(buyer())).andExpect(content().string(containsString("Counted at the gate"))).andExpect(content().string(containsString("Disputed")));
    }

    @Test
    void aBuyersMachineAnnouncesAnInstructedPaymentAndTheSuppliersMachineReadsIt() throws Exception {
        RequestPostProcessor ours = key(trade.buyer, "payment:read", "payment:write");
        RequestPostProcessor theirs = key(trade.supplier, "payment:read", "payment:write", "invoice:read");
        InvoiceView invoice = Tenancy.call(Actor.hub(), () -> invoices.find(trade.invoice)).orElseThrow();
        PaymentInstructionDocument instruction = new PaymentInstructionDocument("PI-PAGE-1", PaymentInstructionDocument.Kind.CREDIT_TRANSFER, OffsetDateTime.now(), List.of(),
                List.of(new PaymentInstructionDocument.Batch("B-1", "CN7701", null, null, LocalDate.now().plusDays(1), false, List.of(new PaymentInstructionDocument.Transaction(
                        null, "E2E-PAGE-2", Money.of("50.00", "CNY"), "Haina", "CN8801", null, invoice.creditorReference(), null, null, null)))));
        Tenancy.run(Actor.hub(), () -> instructions.apply(instruction, trade.buyer, null, MessageContext.NONE));
        UUID payment = Tenancy.call(Actor.hub(), () -> instructions.list("E2E-PAGE-2")).getFirst().id();
        mvc.perform(get("/payments/instructions").with(buyer())).andExpect(content().string(containsString("/payments/advices/new?payment=" + payment)));
        mvc.perform(get("/payments/advices/new?payment=" + payment).with(buyer())).andExpect(content().string(containsString("E2E-PAGE-2")))
                .andExpect(content().string(containsString("name=\"pay-" + invoice.id() + "\" checked")));
        String advices = "/api/v1/remittance-advices";
        mvc.perform(post(advices).with(ours).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("paymentDate"));
        mvc.perform(post(advices).with(theirs).contentType(MediaType.APPLICATION_JSON).content("{\"paymentDate\":\"2026-12-01\",\"items\":[{\"invoice\":\"" + invoice.id() + "\"}]}"))
                .andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("items[0].invoice"));
        String body = "{\"instructedPayment\":\"" + payment + "\",\"items\":[{\"invoice\":\"" + invoice.id() + "\",\"paid\":50.00,\"deducted\":1.00,\"text\":\"Freight\"}]}";
        String location = mvc.perform(post(advices).with(ours).contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.paymentReference").value("E2E-PAGE-2")).andExpect(jsonPath("$.status").value("ANNOUNCED")).andReturn().getResponse().getHeader("Location");
        mvc.perform(get(location).with(theirs)).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].documentNumber").value(invoice.number()));
        mvc.perform(get(advices + "?tab=announced&q=E2E-PAGE-2&limit=1").with(theirs)).andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get(advices + "?tab=sometimes").with(theirs)).andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/invoices/" + invoice.id()).with(theirs)).andExpect(jsonPath("$.announcements[?(@.paymentReference == 'E2E-PAGE-2')].total.amount").value(50.00));
        UUID found = Tenancy.call(Actor.hub(), () -> remittances.cases(null)).stream().filter(one -> "Freight".equals(one.note())).findFirst().orElseThrow().id();
        String one = "/api/v1/remittance-cases/" + found;
        mvc.perform(get("/api/v1/remittance-cases?status=open").with(theirs)).andExpect(jsonPath("$.items[?(@.id == '" + found + "')]").isNotEmpty());
        mvc.perform(get(one).with(theirs)).andExpect(header().string("ETag", "\"1\""));
        mvc.perform(post(one + "/decision").with(theirs).contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"ACCEPTED\",\"reason\":\"agreed\"}")).andExpect(status().is(428));
        mvc.perform(post(one + "/decision").with(theirs).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"ACCEPTED\",\"reason\":\"agreed\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.status").value("ACCEPTED"));
        mvc.perform(post(one + "/decision").with(ours).header("If-Match", "\"2\"").contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"ACCEPTED\",\"reason\":\"x\"}"))
                .andExpect(status().isNotFound());
    }

    private RequestPostProcessor key(UUID organisation, String... scopes) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(organisation, "test", Set.of(scopes))).key();
        return request -> {
            request.addHeader("Authorization", "Bearer " + key);
            return request;
        };
    }
}

package io.tradelane.portal.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.invoice.InvoiceFilter;
import io.tradelane.trading.invoice.InvoicePage;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceSummary;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.payment.PaymentView;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Invoices in JSON. */
@ApiController
@Tag(name = "Invoices")
class InvoicesApi {
    private final Invoices invoices;
    private final Payments payments;
    private final RemittanceAdvices remittances;
    private final Timeline timeline;

    InvoicesApi(Invoices invoices, Payments payments, RemittanceAdvices remittances, Timeline timeline) {
        this.invoices = invoices;
        this.payments = payments;
        this.remittances = remittances;
        this.timeline = timeline;
    }

    /** @param invoice its fields stand at the top level @param announcements what its buyer said it pays */
    record InvoiceResource(@JsonUnwrapped InvoiceView invoice, List<PaymentView> payments, List<RemittanceView> announcements, List<TimelineResource> timeline) {}

    @Operation(summary = "Invoices, newest first")
    @GetMapping("/api/v1/invoices")
    Listing<InvoiceSummary> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable UUID order,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        InvoicePage page = invoices.list(new InvoiceFilter(Listing.filter(InvoiceStatus.class, "status", status), q.isBlank() ? null : q.strip(),
                number, order, cursor, Listing.size(limit)));
        return new Listing<>(page.invoices(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One invoice: lines with their match, payments, announced payments, timeline")
    @GetMapping("/api/v1/invoices/{id}")
    ResponseEntity<InvoiceResource> invoice(@PathVariable UUID id) {
        InvoiceView invoice = NotFound.orElse404(invoices.find(id));
        List<TimelineResource> told = timeline.of(List.of(new Timeline.Subject(Invoices.ENTITY, id))).stream().map(TimelineResource::of).toList();
        return Versions.tagged(invoice.version(), new InvoiceResource(invoice, payments.ofInvoice(id), remittances.ofInvoice(id), told));
    }
}

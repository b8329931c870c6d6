package io.tradelane.portal.invoice;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.invoice.InvoiceFilter;
import io.tradelane.trading.invoice.InvoicePage;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceSummary;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.payment.RemittanceAdvices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of invoices, a view per status. */
@Page
class InvoiceList {
    private static final int SIZE = 25;
    private static final List<InvoiceStatus> TABS = List.of(
            InvoiceStatus.EXCEPTION, InvoiceStatus.WAITING_RECEIPT, InvoiceStatus.MATCHED, InvoiceStatus.APPROVED, InvoiceStatus.PART_PAID,
            InvoiceStatus.PAID, InvoiceStatus.REJECTED);
    private final Invoices invoices;
    private final RemittanceAdvices remittances;

    InvoiceList(Invoices invoices, RemittanceAdvices remittances) {
        this.invoices = invoices;
        this.remittances = remittances;
    }

    @GetMapping("/invoices")
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        InvoiceStatus chosen = Constants.of(InvoiceStatus.class, status).orElse(null);
        String text = q.strip();
        InvoicePage page = invoices.list(new InvoiceFilter(chosen, text.isEmpty() ? null : text, null, null, before, SIZE));
        Address here = Address.of("/invoices").with("status", Constants.word(chosen)).with("q", text);
        int all = page.counts().values().stream().mapToInt(Integer::intValue).sum();
        model.addAttribute("page", page);
        model.addAttribute("announced", remittances.announced(page.invoices().stream().map(InvoiceSummary::id).toList()));
        model.addAttribute("tabs", TABS);
        model.addAttribute("all", all);
        model.addAttribute("total", chosen == null ? all : page.counts().getOrDefault(chosen, 0));
        model.addAttribute("status", chosen);
        model.addAttribute("q", text);
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        return "invoice/list";
    }
}

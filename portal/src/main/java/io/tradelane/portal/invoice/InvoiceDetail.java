package io.tradelane.portal.invoice;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.invoice.InvoiceStatus;
import io.tradelane.trading.invoice.InvoiceView;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.invoice.Invoices.Decision;
import io.tradelane.trading.payment.PaymentView;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One invoice with its three-way match; buyer's finance decides line by line. */
@Page
class InvoiceDetail {
    private static final int LONGEST_REASON = 500;
    private static final Set<InvoiceStatus> PAYABLE =
            EnumSet.complementOf(EnumSet.of(InvoiceStatus.PAID, InvoiceStatus.REJECTED, InvoiceStatus.CREDITED));
    private final Invoices invoices;
    private final Payments payments;
    private final RemittanceAdvices remittances;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;

    InvoiceDetail(Invoices invoices, Payments payments, RemittanceAdvices remittances, Timeline timeline, Outcomes outcomes, Words words) {
        this.invoices = invoices;
        this.payments = payments;
        this.remittances = remittances;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/invoices/{id}")
    String show(@PathVariable UUID id, Model model) {
        InvoiceView invoice = NotFound.orElse404(invoices.find(id));
        List<PaymentView> paid = payments.ofInvoice(id);
        List<Timeline.Subject> subjects = new ArrayList<>();
        subjects.add(new Timeline.Subject(Invoices.ENTITY, id));
        paid.forEach(payment -> subjects.add(new Timeline.Subject(Payments.ENTITY, payment.id())));
        Caller caller = Caller.current();
        model.addAttribute("invoice", invoice);
        model.addAttribute("open", invoice.lines().stream().filter(line -> line.verdict().open()).count());
        model.addAttribute("mayDecide", caller.may(Permission.INVOICE_DECIDE) && caller.isSelf(invoice.buyer().id()));
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("payments", paid);
        List<RemittanceView> announced = remittances.ofInvoice(id);
        model.addAttribute("announcements", announced);
        model.addAttribute("announced", announced.stream().anyMatch(advice -> advice.status() != RemittanceView.Status.ARRIVED));
        model.addAttribute("mayAnnounce", caller.may(Permission.PAYMENT_ALLOCATE) && caller.isSelf(invoice.buyer().id()) && PAYABLE.contains(invoice.status()));
        model.addAttribute("timeline", timeline.of(subjects));
        return "invoice/invoice";
    }

    @PostMapping("/invoices/{id}/lines/{line}")
    String decide(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes next) {
        Optional<Decision> chosen = Constants.of(Decision.class, decision);
        if (chosen.isEmpty() || reason.isBlank() || reason.length() > LONGEST_REASON) {
            Toast.bad(next, words.text(chosen.isEmpty() ? "problem.choice" : "invoice.reasonNeeded"));
        } else {
            outcomes.tell(invoices.decide(id, line, chosen.get(), reason.strip(), version), "invoice.decided", next);
        }
        return "redirect:/invoices/" + id;
    }
}

package io.tradelane.portal.payment;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.payment.PaymentTask;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.payment.RemittanceAdvices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payments that fit nothing: a clerk brings them home or dismisses them. */
@Page
class PaymentsPage {
    private static final int LONGEST_REASON = 500;
    private final Payments payments;
    private final PaymentInstructions instructions;
    private final RemittanceAdvices remittances;
    private final Outcomes outcomes;
    private final Words words;

    PaymentsPage(Payments payments, PaymentInstructions instructions, RemittanceAdvices remittances, Outcomes outcomes, Words words) {
        this.payments = payments;
        this.instructions = instructions;
        this.remittances = remittances;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/payments")
    String list(@RequestParam(defaultValue = "open") String status, Model model) {
        PaymentTask.Status chosen = Constants.of(PaymentTask.Status.class, status).orElse(PaymentTask.Status.OPEN);
        model.addAttribute("tasks", payments.tasks(chosen));
        model.addAttribute("cases", chosen == PaymentTask.Status.OPEN ? remittances.toDecide() : List.of());
        model.addAttribute("status", chosen);
        model.addAttribute("tabs", PaymentTask.Status.values());
        return "payment/list";
    }

    @GetMapping("/payments/instructions")
    String instructions(Model model) {
        model.addAttribute("instructed", instructions.list(null));
        model.addAttribute("mayAnnounce", Caller.current().may(Permission.PAYMENT_ALLOCATE));
        return "payment/instructions";
    }

    @GetMapping("/payments/{id}")
    String show(@PathVariable UUID id, Model model) {
        PaymentTask task = NotFound.orElse404(payments.task(id));
        model.addAttribute("task", task);
        model.addAttribute("mayAllocate", task.status() == PaymentTask.Status.OPEN && Caller.current().may(Permission.PAYMENT_ALLOCATE));
        return "payment/task";
    }

    @PostMapping("/payments/{id}/allocation")
    String allocate(@PathVariable UUID id, @RequestParam UUID item, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Problems problems = new Problems();
        BigDecimal amount = new FormValues(typed, problems, words).number("amount");
        if (problems.isEmpty()) {
            outcomes.tell(payments.allocate(id, item, amount), "payment.allocated", next);
        } else {
            Toast.bad(next, words.text("problem.number"));
        }
        return "redirect:/payments/" + id;
    }

    @PostMapping("/payments/{id}/dismissal")
    String dismiss(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Toast.bad(next, words.text("invoice.reasonNeeded"));
        } else {
            outcomes.tell(payments.dismiss(id, reason.strip()), "payment.dismissed", next);
        }
        return "redirect:/payments/" + id;
    }
}

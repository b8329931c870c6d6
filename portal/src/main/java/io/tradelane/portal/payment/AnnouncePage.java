package io.tradelane.portal.payment;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.payment.InstructedPayment;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.RemittanceAdvices;
import io.tradelane.trading.payment.RemittanceAdvices.Announce;
import io.tradelane.trading.payment.RemittanceAdvices.Pay;
import io.tradelane.trading.payment.RemittanceAdvices.Payable;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer tells a supplier what it pays: invoices chosen, or those of a payment that its bank was told to make. */
@Page
class AnnouncePage {
    private static final int LONGEST_REFERENCE = 35;
    private static final int LONGEST_REASON = 200;
    /** UN/EDIFACT data element 4465. */
    private static final List<String> CODES = List.of("2", "3", "4", "5", "9");
    private final RemittanceAdvices remittances;
    private final PaymentInstructions instructions;
    private final Outcomes outcomes;
    private final Formats formats;
    private final Words words;

    AnnouncePage(RemittanceAdvices remittances, PaymentInstructions instructions, Outcomes outcomes, Formats formats, Words words) {
        this.remittances = remittances;
        this.instructions = instructions;
        this.outcomes = outcomes;
        this.formats = formats;
        this.words = words;
    }

    /** @param payment an instructed payment; {@code invoice} one to begin with */
    @GetMapping("/payments/advices/new")
    String form(@RequestParam(required = false) @Nullable UUID payment, @RequestParam(required = false) @Nullable UUID invoice,
            @RequestParam(required = false) @Nullable UUID supplier, Model model) {
        List<Payable> payable = remittances.payable();
        Map<String, String> form = new HashMap<>(Map.of("requestId", Ids.next().toString(), "paymentDate", formats.today().toString()));
        InstructedPayment made = payment == null ? null : NotFound.orElse404(instructions.find(payment));
        if (made != null) {
            form.put("paymentDate", made.executionOn().toString());
            form.put("paymentReference", made.endToEndId());
        }
        List<Payable> chosen = payable.stream().filter(one -> one.invoice().equals(invoice) || made != null && pays(made, one)).toList();
        chosen.forEach(one -> form.put("pay-" + one.invoice(), "on"));
        UUID of = supplier != null ? supplier : !chosen.isEmpty() ? chosen.getFirst().supplier() : payable.isEmpty() ? null : payable.getFirst().supplier();
        return show(payable, of, form, new Problems(), model);
    }

    private static boolean pays(InstructedPayment made, Payable invoice) {
        return invoice.open().currency().equals(made.amount().currency())
                && (invoice.creditorReference().equals(made.creditorReference()) || invoice.number().equals(made.endToEndId())
                        || made.remittance() != null && made.remittance().contains(invoice.number()));
    }

    @PostMapping("/payments/advices/new")
    String announce(@RequestParam UUID requestId, @RequestParam UUID supplier, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        List<Payable> payable = remittances.payable();
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        List<Payable> chosen = payable.stream().filter(one -> form.ticked("pay-" + one.invoice())).toList();
        List<Pay> items = new ArrayList<>();
        for (Payable one : chosen) {
            String code = typed.getOrDefault("code-" + one.invoice(), "");
            items.add(new Pay(one.invoice(), form.number("paid-" + one.invoice()), form.number("deducted-" + one.invoice()),
                    CODES.contains(code) ? code : null, form.text("text-" + one.invoice(), LONGEST_REASON)));
        }
        var day = form.date("paymentDate");
        String reference = form.text("paymentReference", LONGEST_REFERENCE);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problems.isEmpty()) {
            CommandResult result = remittances.announce(new Announce(requestId, day, reference, items));
            if (result instanceof CommandResult.Done(UUID id, int version)) {
                Toast.ok(next, words.text("remittance.announced"));
                return "redirect:/payments/advices/" + id;
            }
            if (result instanceof CommandResult.AlreadyDone(UUID id, int version)) {
                return "redirect:/payments/advices/" + id;
            }
            outcomes.explain(atFields(result, chosen), "items", problems);
        }
        return show(payable, supplier, typed, problems, model);
    }

    /** {@code items[1].paid} is the field of the second invoice chosen. */
    private static CommandResult atFields(CommandResult result, List<Payable> chosen) {
        return !(result instanceof CommandResult.Invalid invalid) ? result : new CommandResult.Invalid(invalid.problems().stream().map(problem -> {
            String field = problem.field();
            if (!field.startsWith("items[")) {
                return problem;
            }
            int item = Integer.parseInt(field.substring("items[".length(), field.indexOf(']')));
            return new CommandResult.Problem(field.substring(field.indexOf('.') + 1) + "-" + chosen.get(item).invoice(), problem.code());
        }).toList());
    }

    private String show(List<Payable> payable, @Nullable UUID supplier, Map<String, String> form, Problems problems, Model model) {
        List<Payable> shown = payable.stream().filter(one -> one.supplier().equals(supplier)).toList();
        Map<String, String> labels = new HashMap<>(Map.of("paymentDate", words.text("remittance.paymentOn"),
                "paymentReference", words.text("remittance.reference"), "items", words.text("remittance.invoices")));
        for (Payable one : shown) {
            labels.put("paid-" + one.invoice(), words.text("remittance.paidOf", one.number()));
            labels.put("deducted-" + one.invoice(), words.text("remittance.deductedOf", one.number()));
            labels.put("text-" + one.invoice(), words.text("remittance.reasonOf", one.number()));
        }
        model.addAttribute("suppliers", payable.stream().collect(Collectors.toMap(Payable::supplier, Payable::supplierName, (one, same) -> one,
                LinkedHashMap::new)));
        model.addAttribute("supplier", supplier);
        model.addAttribute("payable", shown);
        model.addAttribute("codes", CODES);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", labels);
        return "payment/announce";
    }
}

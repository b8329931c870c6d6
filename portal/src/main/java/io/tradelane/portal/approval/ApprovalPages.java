package io.tradelane.portal.approval;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.cart.ApprovedCallOffs;
import io.tradelane.trading.cart.ApprovedChanges;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.order.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for approval; each is decided on its own page, or several at once. */
@Page
class ApprovalPages {
    private static final int SIZE = 25;
    private static final int MOST_AT_ONCE = 100;
    private final Approvals approvals;
    private final ApprovalPolicies policies;
    private final Carts carts;
    private final ApprovedChanges changes;
    private final ApprovedCallOffs callOffs;
    private final Timeline timeline;
    private final Outcomes outcomes;
    private final Words words;

    ApprovalPages(Approvals approvals, ApprovalPolicies policies, Carts carts, ApprovedChanges changes, ApprovedCallOffs callOffs, Timeline timeline, Outcomes outcomes, Words words) {
        this.approvals = approvals;
        this.policies = policies;
        this.carts = carts;
        this.changes = changes;
        this.callOffs = callOffs;
        this.timeline = timeline;
        this.outcomes = outcomes;
        this.words = words;
    }

    /** How each of several ended. @param reason null: approved */
    record Result(String number, @Nullable String reason) {}

    @GetMapping("/approvals")
    String list(@RequestParam(defaultValue = "") String tab, @RequestParam(required = false) @Nullable UUID before, Model model) {
        return show(!tab.equals("decided"), before, model);
    }

    private String show(boolean waiting, @Nullable UUID before, Model model) {
        List<ApprovalRequest> found = approvals.list(waiting, before, SIZE + 1);
        List<ApprovalRequest> page = found.subList(0, Math.min(SIZE, found.size()));
        Address here = Address.of("/approvals").with("tab", waiting ? "" : "decided");
        UUID buyer = organisation();
        model.addAttribute("requests", page);
        model.addAttribute("waiting", waiting);
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", found.size() > SIZE ? here.with("before", page.getLast().id().toString()).toString() : null);
        model.addAttribute("approvers", policies.approvers(buyer));
        model.addAttribute("delegations", policies.delegations(buyer));
        return "approval/list";
    }

    @GetMapping("/approvals/{id}")
    String show(@PathVariable UUID id, Model model) {
        ApprovalRequest request = NotFound.orElse404(approvals.find(id));
        model.addAttribute("request", request);
        model.addAttribute("cart", request.kind() == ApprovalRequest.Kind.CART ? carts.find(request.subject()).orElse(null) : null);
        model.addAttribute("change", request.kind() == ApprovalRequest.Kind.BUYER_CHANGE ? changes.own(request.subject()).orElse(null) : null);
        model.addAttribute("wanting", request.kind() == ApprovalRequest.Kind.CALL_OFF ? callOffs.wanting(request.subject()).orElse(null) : null);
        model.addAttribute("budgets", policies.budgets(organisation()).stream().filter(budget -> budget.costCentre().equals(request.costCentre())).toList());
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(Approvals.ENTITY, id))));
        return "approval/approval";
    }

    @PostMapping("/approvals/{id}/decision")
    String decide(@PathVariable UUID id, @RequestParam boolean approve, @RequestParam(defaultValue = "") String comment, @RequestParam int version, RedirectAttributes next) {
        outcomes.tell(approvals.decide(id, approve, comment, version), approve ? "approval.approved" : "approval.rejected", next);
        return "redirect:/approvals/" + id;
    }

    /** Each on its own: one that fails keeps no other from being approved. @param ids as {@code id:version} */
    @PostMapping("/approvals/decisions")
    String approveAll(@RequestParam(name = "id", defaultValue = "") List<String> ids, Model model, RedirectAttributes next) {
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            Toast.bad(next, words.text("bulk.none"));
            return "redirect:/approvals";
        }
        List<Result> results = new ArrayList<>();
        for (String one : ids) {
            if (one.matches("[0-9a-f-]{36}:\\d{1,9}")) {
                UUID id = UUID.fromString(one.substring(0, 36));
                String number = approvals.find(id).map(ApprovalRequest::number).orElse("–");
                CommandResult result = approvals.decide(id, true, null, Integer.parseInt(one.substring(37)));
                results.add(new Result(number, Outcomes.done(result) ? null : outcomes.reason(result)));
            }
        }
        model.addAttribute("results", results);
        return show(true, null, model);
    }

    @PostMapping("/approvals/delegations")
    String delegate(@RequestParam Map<String, String> typed, RedirectAttributes next) {
        PolicyForm form = new PolicyForm(typed, words);
        CommandResult result = form.delegation(policies, organisation());
        outcomes.tell(result, "approval.delegated", next);
        return "redirect:/approvals";
    }

    @PostMapping("/approvals/delegations/{id}/removal")
    String removeDelegation(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(policies.removeDelegation(organisation(), id), "approval.delegation.removed", next);
        return "redirect:/approvals";
    }

    static UUID organisation() {
        UUID organisation = Caller.current().organisation();
        if (organisation == null) {
            throw new NotFound();
        }
        return organisation;
    }
}

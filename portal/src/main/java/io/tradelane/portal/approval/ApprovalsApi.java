package io.tradelane.portal.approval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.approval.ApprovalLimit;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.approval.Budget;
import io.tradelane.trading.approval.Delegation;
import io.tradelane.trading.order.CommandResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Approvals in JSON, and what a buying company settles about them. Only a person decides. */
@ApiController
@Tag(name = "Approvals")
class ApprovalsApi {
    private final Approvals approvals;
    private final ApprovalPolicies policies;

    ApprovalsApi(Approvals approvals, ApprovalPolicies policies) {
        this.approvals = approvals;
        this.policies = policies;
    }

    /** @param comment needed to reject */
    record Decision(boolean approve, @Nullable String comment) {}

    record Limit(@Nullable UUID user, @Nullable String currency, @Nullable BigDecimal buyUpTo, @Nullable BigDecimal approveUpTo) {}

    record NewDelegation(@Nullable UUID to, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {}

    record Amount(@Nullable BigDecimal amount) {}

    @Operation(summary = "What waits for approval, newest first; with decided=true what was decided")
    @GetMapping("/api/v1/approvals")
    Listing<ApprovalRequest> list(@RequestParam(defaultValue = "false") boolean decided, @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        List<ApprovalRequest> page = approvals.list(!decided, cursor, Listing.size(limit) + 1);
        boolean more = page.size() > Listing.size(limit);
        return new Listing<>(more ? page.subList(0, page.size() - 1) : page, more ? page.get(page.size() - 2).id().toString() : null);
    }

    @Operation(summary = "One request: its steps, who can decide and who decided")
    @GetMapping("/api/v1/approvals/{id}")
    ResponseEntity<ApprovalRequest> approval(@PathVariable UUID id) {
        ApprovalRequest request = NotFound.orElse404(approvals.find(id));
        return Versions.tagged(request.version(), request);
    }

    @Operation(summary = "Approves or rejects the open step; the last approval places the order; needs If-Match")
    @PostMapping("/api/v1/approvals/{id}/decision")
    ResponseEntity<ApprovalRequest> decide(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Decision decision) {
        Commands.require(approvals.decide(id, decision.approve(), decision.comment(), Versions.expected(ifMatch)));
        return approval(id);
    }

    @Operation(summary = "Rules by which somebody has to agree, by their steps")
    @GetMapping("/api/v1/approval-rules")
    Listing<ApprovalRule> rules() {
        return new Listing<>(policies.rules(ApprovalPages.organisation()), null);
    }

    @Operation(summary = "A new rule")
    @PostMapping("/api/v1/approval-rules")
    Map<String, UUID> addRule(@RequestBody ApprovalRule.Form form) {
        return id(policies.addRule(ApprovalPages.organisation(), form));
    }

    @Operation(summary = "Changes a rule; needs If-Match with its version")
    @PutMapping("/api/v1/approval-rules/{id}")
    Map<String, UUID> changeRule(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody ApprovalRule.Form form) {
        return id(policies.changeRule(ApprovalPages.organisation(), id, form, Versions.expected(ifMatch)));
    }

    @Operation(summary = "Removes a rule")
    @DeleteMapping("/api/v1/approval-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRule(@PathVariable UUID id) {
        Commands.require(policies.removeRule(ApprovalPages.organisation(), id));
    }

    @Operation(summary = "Up to what each buys without being asked, and approves; without a user: everybody else")
    @GetMapping("/api/v1/approval-limits")
    Listing<ApprovalLimit> limits() {
        return new Listing<>(policies.limits(ApprovalPages.organisation()), null);
    }

    @Operation(summary = "Sets the limits of a person, or without a user of everybody else")
    @PutMapping("/api/v1/approval-limits")
    Map<String, UUID> setLimit(@RequestBody Limit limit) {
        return id(policies.setLimit(ApprovalPages.organisation(), limit.user(), limit.currency(), limit.buyUpTo(), limit.approveUpTo()));
    }

    @Operation(summary = "Removes limits")
    @DeleteMapping("/api/v1/approval-limits/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeLimit(@PathVariable UUID id) {
        Commands.require(policies.removeLimit(ApprovalPages.organisation(), id));
    }

    @Operation(summary = "Who decides for whom, and when")
    @GetMapping("/api/v1/approval-delegations")
    Listing<Delegation> delegations() {
        return new Listing<>(policies.delegations(ApprovalPages.organisation()), null);
    }

    @Operation(summary = "Names another approver for some days, in the caller's own name")
    @PostMapping("/api/v1/approval-delegations")
    Map<String, UUID> delegate(@RequestBody NewDelegation delegation) {
        return id(policies.delegate(ApprovalPages.organisation(), delegation.to(), delegation.firstDay(), delegation.lastDay()));
    }

    @Operation(summary = "Takes one's own back")
    @DeleteMapping("/api/v1/approval-delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeDelegation(@PathVariable UUID id) {
        Commands.require(policies.removeDelegation(ApprovalPages.organisation(), id));
    }

    @Operation(summary = "Budgets of cost centres: what is ordered, what waits, what is left")
    @GetMapping("/api/v1/budgets")
    Listing<Budget> budgets() {
        return new Listing<>(policies.budgets(ApprovalPages.organisation()), null);
    }

    @Operation(summary = "A budget for a cost centre and a period; 422 budget-overlaps if there is one for some of its days")
    @PostMapping("/api/v1/budgets")
    Map<String, UUID> addBudget(@RequestBody Budget.Form form) {
        return id(policies.addBudget(ApprovalPages.organisation(), form));
    }

    @Operation(summary = "Changes its amount")
    @PutMapping("/api/v1/budgets/{id}")
    Map<String, UUID> changeBudget(@PathVariable UUID id, @RequestBody Amount amount) {
        return id(policies.changeBudget(ApprovalPages.organisation(), id, amount.amount()));
    }

    @Operation(summary = "Removes a budget; what is committed stays so")
    @DeleteMapping("/api/v1/budgets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeBudget(@PathVariable UUID id) {
        Commands.require(policies.removeBudget(ApprovalPages.organisation(), id));
    }

    private static Map<String, UUID> id(CommandResult result) {
        Commands.require(result);
        return Map.of("id", ((CommandResult.Done) result).id());
    }
}

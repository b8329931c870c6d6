package io.tradelane.portal.requirement;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.requirement.RequirementState;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one requirement, and what is done on it with one click. */
@Page
class RequirementDetail {
    private final Requirements requirements;
    private final VisibleRequirements visible;
    private final Outcomes outcomes;

    RequirementDetail(Requirements requirements, VisibleRequirements visible, Outcomes outcomes) {
        this.requirements = requirements;
        this.visible = visible;
        this.outcomes = outcomes;
    }

    /** What the caller can do now. */
    record Actions(boolean edit, boolean submit, boolean decide, boolean match, boolean source, boolean order, boolean close, boolean cancel) {

        static Actions of(RequirementView requirement, Caller caller) {
            RequirementState state = requirement.state();
            boolean write = caller.may(Permission.REQUIREMENT_WRITE);
            boolean own = caller.user() != null && caller.user().id().equals(requirement.authorId());
            boolean asked = requirement.requests().stream().anyMatch(request -> switch (request.state()) {
                case COMPLETED, NO_BIDS, CANCELLED -> false;
                default -> true;
            }) || !requirement.carts().isEmpty();
            boolean ended = state == RequirementState.CLOSED || state == RequirementState.CANCELLED;
            return new Actions(write && (state == RequirementState.DRAFT || state == RequirementState.REJECTED), write && state == RequirementState.DRAFT,
                    state == RequirementState.PENDING_APPROVAL && caller.may(Permission.REQUIREMENT_APPROVE) && !own, !ended,
                    caller.may(Permission.RFQ_PUBLISH) && !requirement.openLines().isEmpty(), caller.may(Permission.ORDER_PLACE) && !requirement.openLines().isEmpty(), write && state == RequirementState.ORDERED && !asked,
                    write && !ended && !asked && requirement.orders().isEmpty());
        }
    }

    @GetMapping("/requirements/{id}")
    String show(@PathVariable UUID id, Model model) {
        RequirementView requirement = visible.require(id);
        model.addAttribute("requirement", requirement);
        model.addAttribute("timeline", visible.timeline(id));
        model.addAttribute("actions", Actions.of(requirement, Caller.current()));
        return "requirement/requirement";
    }

    @PostMapping("/requirements/{id}/submission")
    String submit(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(visible.require(id), requirements.submit(id, version), "requirement.submitted", next);
    }

    @PostMapping("/requirements/{id}/approval")
    String approve(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(visible.require(id), requirements.approve(id, version), "requirement.approved", next);
    }

    @PostMapping("/requirements/{id}/rejection")
    String reject(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(visible.require(id), requirements.reject(id, reason, version), "requirement.rejected", next);
    }

    @PostMapping("/requirements/{id}/closure")
    String close(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        return told(visible.require(id), requirements.close(id, version), "requirement.closed", next);
    }

    @PostMapping("/requirements/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(visible.require(id), requirements.cancel(id, reason, version), "requirement.cancelled", next);
    }

    private String told(RequirementView requirement, CommandResult result, String done, RedirectAttributes next) {
        outcomes.tell(result, done, next);
        return "redirect:/requirements/" + requirement.id();
    }
}

package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.cart.ApprovedChanges;
import io.tradelane.trading.cart.ApprovedChanges.Decided;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one order, and each side's decision on a change of the other. */
@Page
class OrderDetail {
    private final OrderStory stories;
    private final PurchaseOrders orders;
    private final Outcomes outcomes;
    private final ApprovedChanges changes;
    private final Words words;

    OrderDetail(OrderStory stories, PurchaseOrders orders, Outcomes outcomes, ApprovedChanges changes, Words words) {
        this.changes = changes;
        this.words = words;
        this.stories = stories;
        this.orders = orders;
        this.outcomes = outcomes;
    }

    @GetMapping("/orders/{id}")
    String show(@PathVariable UUID id, Model model) {
        OrderStory.Story story = NotFound.orElse404(stories.find(id));
        model.addAttribute("order", story.order());
        model.addAttribute("story", story);
        model.addAttribute("steps", Step.of(story));
        boolean buyer = Caller.current().isSelf(story.order().buyer().id());
        model.addAttribute("asked", buyer && changes.waiting(id));
        model.addAttribute("ownChange", buyer ? changes.own(id).orElse(null) : null);
        model.addAttribute("actions", OrderActions.of(story.order(), Caller.current()));
        return "order/order";
    }

    @PostMapping("/orders/{id}/change")
    String decide(
            @PathVariable UUID id,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes next) {
        switch (changes.decide(id, accept, reason.isBlank() ? null : reason.strip(), version)) {
            case Decided.Now now -> outcomes.tell(now.result(), accept ? "order.change.accepted" : "order.change.refused", next);
            case Decided.Waiting waiting -> Toast.ok(next, words.text("order.change.asked"));
            case Decided.NobodyCan nobody -> Toast.bad(next, words.text("cart.nobody", String.join(", ", nobody.reasons())));
        }
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/revision/recall")
    String recall(@PathVariable UUID id, RedirectAttributes next) {
        outcomes.tell(changes.recall(id), "order.revision.recalled", next);
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/change-response")
    String answerChange(
            @PathVariable UUID id,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes next) {
        CommandResult result = orders.answerChange(id, accept, reason.isBlank() ? null : reason.strip(), version);
        outcomes.tell(result, accept ? "order.buyerChange.accepted" : "order.buyerChange.refused", next);
        return "redirect:/orders/" + id;
    }
}

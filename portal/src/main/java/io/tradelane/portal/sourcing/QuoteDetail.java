package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteState;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqState;
import io.tradelane.trading.sourcing.RfqView;
import io.tradelane.trading.sourcing.Side;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A negotiation: every version side by side, and what can be said to the last one. */
@Page
class QuoteDetail {
    private final Quotations quotations;
    private final RequestsForQuotation requests;
    private final RfqStory stories;
    private final Outcomes outcomes;

    QuoteDetail(Quotations quotations, RequestsForQuotation requests, RfqStory stories, Outcomes outcomes) {
        this.quotations = quotations;
        this.requests = requests;
        this.stories = stories;
        this.outcomes = outcomes;
    }

    /** What the caller can say now. @param order a buyer accepts an offer nobody asked for, which makes an order */
    record Actions(boolean counter, boolean accept, boolean order, boolean reject, boolean withdraw) {

        static Actions of(QuoteView quote, @Nullable RfqView rfq, Caller caller) {
            QuoteView.Version last = quote.current();
            boolean supplier = caller.isSelf(quote.supplier().id());
            boolean speaks = caller.may(Permission.QUOTE_WRITE) && (supplier || caller.isSelf(quote.buyer().id())) && last.state() == QuoteState.SUBMITTED;
            boolean mine = last.author() == (supplier ? Side.SUPPLIER : Side.BUYER);
            boolean bidding = rfq == null || rfq.bidding() && (supplier || !rfq.secret());
            boolean alive = rfq == null || rfq.state().bidding() || rfq.state() == RfqState.EVALUATION;
            return new Actions(speaks && bidding && mayCounter(quote, caller), speaks && supplier && !mine && alive,
                    rfq == null && !supplier && !mine && caller.may(Permission.RFQ_AWARD) && last.state() == QuoteState.SUBMITTED,
                    speaks && !mine && alive, speaks && mine && alive);
        }
    }

    /** The supplier's acceptance of a counter-offer that no request stands behind places the order: who makes one decides that. */
    static boolean mayCounter(QuoteView quote, Caller caller) {
        return quote.rfq() != null || caller.isSelf(quote.supplier().id()) || caller.may(Permission.RFQ_AWARD);
    }

    @GetMapping("/quotes/{id}")
    String show(@PathVariable UUID id, Model model) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        RfqView rfq = quote.rfq() == null ? null : requests.find(quote.rfq()).orElse(null);
        model.addAttribute("quote", quote);
        model.addAttribute("rfq", rfq);
        model.addAttribute("timeline", stories.timeline(quote));
        model.addAttribute("actions", Actions.of(quote, rfq, Caller.current()));
        return "sourcing/quote";
    }

    @PostMapping("/quotes/{id}/acceptance")
    String accept(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        if (!Caller.current().isSelf(quote.supplier().id())) {
            throw new NotFound();
        }
        return told(id, quotations.accept(id, version), "quote.accepted", next);
    }

    @PostMapping("/quotes/{id}/order")
    String order(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        if (!Caller.current().isSelf(quote.buyer().id())) {
            throw new NotFound();
        }
        return told(id, quotations.accept(id, version), "quote.ordered", next);
    }

    @PostMapping("/quotes/{id}/rejection")
    String reject(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, quotations.reject(id, reason, version), "quote.rejected", next);
    }

    @PostMapping("/quotes/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, quotations.withdraw(id, reason.isBlank() ? null : reason.strip(), version), "quote.withdrawn", next);
    }

    private String told(UUID id, CommandResult result, String done, RedirectAttributes next) {
        outcomes.tell(result, done, next);
        return "redirect:/quotes/" + id;
    }
}

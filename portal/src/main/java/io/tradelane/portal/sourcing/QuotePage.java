package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteForm;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which an offer is made: the supplier's quotation, and the counter-offer of either side. */
@Page
class QuotePage {
    private final RequestsForQuotation requests;
    private final Quotations quotations;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;

    QuotePage(RequestsForQuotation requests, Quotations quotations, Outcomes outcomes, Words words, Formats formats) {
        this.requests = requests;
        this.quotations = quotations;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/rfqs/{id}/quote")
    String form(@PathVariable UUID id, Model model) {
        Offer offer = quoting(id);
        return show(offer, QuoteFields.initial(offer.lines(), offer.currency(), offer.last(), formats), new Problems(), model);
    }

    @PostMapping("/rfqs/{id}/quote")
    String quote(
            @PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        return submit(quoting(id), version, typed, model, response, next);
    }

    @GetMapping("/quotes/{id}/counter")
    String counterForm(@PathVariable UUID id, Model model) {
        Offer offer = countering(id);
        return show(offer, QuoteFields.initial(offer.lines(), offer.currency(), offer.last(), formats), new Problems(), model);
    }

    @PostMapping("/quotes/{id}/counter")
    String counter(
            @PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        return submit(countering(id), version, typed, model, response, next);
    }

    /** @param quote what stands; {@code null} before the first quotation @param counter whether the form answers what stands line by line */
    private record Offer(
            @Nullable RfqView rfq, @Nullable QuoteView quote, QuoteView.@Nullable Version last, List<QuoteFields.Line> lines, String currency, boolean counter) {

        String address() {
            return counter ? "/quotes/" + quote.id() + "/counter" : "/rfqs/" + rfq.id() + "/quote";
        }

        String back() {
            return counter ? "/quotes/" + quote.id() : "/rfqs/" + rfq.id();
        }
    }

    private Offer quoting(UUID id) {
        RfqView rfq = NotFound.orElse404(requests.find(id));
        UUID supplier = Caller.current().organisation();
        if (supplier == null || rfq.invitee(supplier) == null) {
            throw new NotFound();
        }
        QuoteView quote = rfq.quoteOf(supplier);
        QuoteView.Version last = quote == null ? null : quote.current();
        return new Offer(rfq, quote, last, QuoteFields.lines(rfq, last), rfq.currency(), false);
    }

    private Offer countering(UUID id) {
        QuoteView quote = NotFound.orElse404(quotations.find(id));
        if (!QuoteDetail.mayCounter(quote, Caller.current())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The supplier's acceptance would place an order");
        }
        RfqView rfq = quote.rfq() == null ? null : requests.find(quote.rfq()).orElse(null);
        return new Offer(rfq, quote, quote.current(), QuoteFields.lines(quote.current()), quote.current().currency(), true);
    }

    private String submit(Offer offer, int version, Map<String, String> typed, Model model, HttpServletResponse response, RedirectAttributes next) {
        Problems problems = new Problems();
        Optional<QuoteForm> form = new QuoteFields(words).read(typed, offer.lines(), offer.currency(), offer.counter(), problems);
        if (form.isPresent()) {
            CommandResult result = offer.counter() && offer.quote() != null ? quotations.counter(offer.quote().id(), form.get(), version)
                    : quotations.submit(offer.rfq().id(), form.get(), version);
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text(offer.counter() ? "quote.countered" : "quote.sent"));
                return "redirect:" + offer.back();
            }
            outcomes.explain(result, "validTo", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(offer, typed, problems, model);
    }

    private String show(Offer offer, Map<String, String> typed, Problems problems, Model model) {
        Caller caller = Caller.current();
        boolean open = offer.rfq() == null || offer.rfq().bidding();
        model.addAttribute("rfq", offer.rfq());
        model.addAttribute("quote", offer.quote());
        model.addAttribute("lines", offer.lines());
        model.addAttribute("counter", offer.counter());
        model.addAttribute("supplying", offer.quote() == null || caller.isSelf(offer.quote().supplier().id()));
        model.addAttribute("open", open && (offer.counter() || RfqActions.of(offer.rfq(), caller).quote()));
        model.addAttribute("address", offer.address());
        model.addAttribute("back", offer.back());
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        return "sourcing/offer";
    }
}

package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds any document by any number somebody may know of it. */
@Page
class TrackerPage {
    private static final int SIZE = 25;
    private static final int KEPT = 12;
    private final Tracker tracker;
    private final RequestsForQuotation requests;
    private final Quotations quotations;
    private final Organisations organisations;
    private final KeptSearches kept;
    private final Formats formats;

    TrackerPage(
            Tracker tracker, RequestsForQuotation requests, Quotations quotations, Organisations organisations, KeptSearches kept, Formats formats) {
        this.organisations = organisations;
        this.kept = kept;
        this.formats = formats;
        this.tracker = tracker;
        this.requests = requests;
        this.quotations = quotations;
    }

    @GetMapping("/documents")
    String search(@RequestParam Map<String, String> words, @RequestParam(required = false) @Nullable String cursor, Model model) {
        DocumentQuery query = DocumentQuery.of(words);
        String text = query.q();
        var found = tracker.search(text, query.filters(formats.zone()), cursor, SIZE);
        Address here = query.address();
        model.addAttribute("documents", text.isEmpty() ? found.items() : likeliestFirst(found.items(), text));
        boolean deals = !text.isEmpty() && cursor == null && Caller.current().may(Permission.RFQ_VIEW);
        model.addAttribute("requests", deals ? requests.byNumber(text) : List.of());
        model.addAttribute("quotes", deals ? quotations.byNumber(text) : List.of());
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        model.addAttribute("query", query);
        model.addAttribute("types", DocumentQuery.TYPES);
        model.addAttribute("statuses", DocumentQuery.STATUSES);
        model.addAttribute("directions", Direction.values());
        model.addAttribute("partners", organisations.list());
        model.addAttribute("kept", kept.list(KEPT));
        model.addAttribute("address", here.toString());
        return "exchange/tracker";
    }

    /** Who looks for a number wants the document that has it as its own, and rather what came in than what the hub made of it later. */
    private static List<DocumentHit> likeliestFirst(List<DocumentHit> newestFirst, String number) {
        return newestFirst.stream()
                .sorted(Comparator.<DocumentHit, Boolean>comparing(hit -> !number.equalsIgnoreCase(hit.documentNumber()))
                        .thenComparing(hit -> hit.direction() != Direction.INBOUND))
                .toList();
    }
}

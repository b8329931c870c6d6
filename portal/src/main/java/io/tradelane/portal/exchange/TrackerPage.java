package io.tradelane.portal.exchange;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds any document by any number somebody may know of it. */
@Page
class TrackerPage {
    private static final int SIZE = 25;
    private static final int LONGEST_QUERY = 100;
    private static final List<String> TYPES = List.of("ORDERS", "ORDRSP", "DESADV", "INVOIC", "REMADV", "camt.054", "CONTRL", "APERAK");
    private final Tracker tracker;
    private final RequestsForQuotation requests;
    private final Quotations quotations;

    TrackerPage(Tracker tracker, RequestsForQuotation requests, Quotations quotations) {
        this.tracker = tracker;
        this.requests = requests;
        this.quotations = quotations;
    }

    @GetMapping("/documents")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String text = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_QUERY));
        Direction way = Constants.of(Direction.class, direction).orElse(null);
        String kind = TYPES.contains(type) ? type : null;
        var found = tracker.search(text, new Tracker.Filters(way, kind, null, null, null, null), cursor, SIZE);
        Address here = Address.of("/documents").with("q", text).with("direction", Constants.word(way)).with("type", kind == null ? "" : kind);
        model.addAttribute("documents", text.isEmpty() ? found.items() : likeliestFirst(found.items(), text));
        boolean deals = !text.isEmpty() && cursor == null && Caller.current().may(Permission.RFQ_VIEW);
        model.addAttribute("requests", deals ? requests.byNumber(text) : List.of());
        model.addAttribute("quotes", deals ? quotations.byNumber(text) : List.of());
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        model.addAttribute("q", text);
        model.addAttribute("direction", way);
        model.addAttribute("type", kind);
        model.addAttribute("types", TYPES);
        model.addAttribute("directions", Direction.values());
        model.addAttribute("narrowed", !text.isEmpty() || way != null || kind != null);
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

package io.tradelane.portal.sourcing;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqFilter;
import io.tradelane.trading.sourcing.RfqPage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requests, and that of offers nobody asked for. Everything that narrows it is in its address. */
@Page
class RfqListPage {
    private static final int SIZE = 25;
    private final RequestsForQuotation requests;
    private final Quotations quotations;

    RfqListPage(RequestsForQuotation requests, Quotations quotations) {
        this.requests = requests;
        this.quotations = quotations;
    }

    @GetMapping("/rfqs")
    String list(
            @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID before, Model model) {
        RfqFilter.Tab chosen = Constants.of(RfqFilter.Tab.class, tab).orElse(RfqFilter.Tab.ALL);
        String text = q.strip();
        RfqPage page = requests.list(new RfqFilter(chosen, text.isEmpty() ? null : text, null, before, SIZE));
        Address here = Address.of("/rfqs").with("tab", Constants.word(chosen)).with("q", text);
        model.addAttribute("page", page);
        model.addAttribute("tabs", RfqFilter.Tab.values());
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("mayAsk", mayAsk(Caller.current()));
        return "sourcing/list";
    }

    @GetMapping("/quotes")
    String offers(Model model) {
        model.addAttribute("offers", quotations.unsolicited());
        return "sourcing/offers";
    }

    private static boolean mayAsk(Caller caller) {
        return caller.may(Permission.RFQ_PUBLISH) && caller.user() != null && caller.user().acting().kind() != Kind.SUPPLIER;
    }
}

package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import io.tradelane.trading.partner.PartyChanges;
import io.tradelane.trading.partner.PartyChanges.TakenAs;
import io.tradelane.trading.partner.PartyDecision;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What partners say about companies, beside what is known of them; somebody accepts or rejects it. */
@Page
class PartyChangePages {
    private static final String LIST = "redirect:/partners/changes";
    private static final int LONGEST_REASON = 500;
    private final PartyChanges changes;
    private final Organisations organisations;
    private final Words words;

    PartyChangePages(PartyChanges changes, Organisations organisations, Words words) {
        this.changes = changes;
        this.organisations = organisations;
        this.words = words;
    }

    /** @param decides whether the reader may accept it */
    record Row(PartyChange change, @Nullable Organisation about, boolean decides) {}

    @GetMapping("/partners/changes")
    String list(@RequestParam(defaultValue = "waiting") String status, Model model) {
        Status chosen = Constants.of(Status.class, status).orElse(Status.WAITING);
        model.addAttribute("rows", changes.list(chosen).stream().map(this::row).toList());
        model.addAttribute("status", chosen);
        model.addAttribute("tabs", Status.values());
        model.addAttribute("kinds", NewPartnerFields.KINDS);
        model.addAttribute("companies", organisations.list());
        return "partner/changes";
    }

    private Row row(PartyChange change) {
        Caller caller = Caller.current();
        Permission needed = change.part() == Part.PARTY ? Permission.PARTNER_MANAGE : Permission.BANK_ACCOUNT_ACCEPT;
        return new Row(change, change.organisation() == null ? null : organisations.find(change.organisation()).orElse(null),
                change.status() == Status.WAITING && caller.may(needed) && change.isFor(caller.actor()));
    }

    @PostMapping("/partners/changes/{id}/acceptance")
    String accept(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String currency,
            RedirectAttributes next) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        return told(changes.accept(id, new TakenAs(organisation, Constants.of(Organisation.Kind.class, kind).orElse(null), code.isEmpty() ? null : code)),
                "partyChange.accepted", next);
    }

    @PostMapping("/partners/changes/{id}/rejection")
    String reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return rejected(id, Part.PARTY, reason, next);
    }

    @PostMapping("/partners/account-changes/{id}/acceptance")
    String acceptAccount(@PathVariable UUID id, RedirectAttributes next) {
        return told(changes.acceptAccount(id), "partyChange.accepted", next);
    }

    @PostMapping("/partners/account-changes/{id}/rejection")
    String rejectAccount(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return rejected(id, Part.BANK_ACCOUNT, reason, next);
    }

    private String rejected(UUID id, Part part, String reason, RedirectAttributes next) {
        String said = reason.strip();
        return told(changes.reject(id, part, said.isEmpty() ? null : said.substring(0, Math.min(LONGEST_REASON, said.length()))), "partyChange.rejected", next);
    }

    private String told(PartyDecision decision, String done, RedirectAttributes next) {
        switch (decision) {
            case PartyDecision.Done ok -> Toast.ok(next, words.text(done));
            case PartyDecision.DecidedBefore before -> Toast.bad(next, words.text("outcome.illegal"));
            case PartyDecision.Invalid invalid -> Toast.bad(next, words.text("problem." + invalid.code()));
            case PartyDecision.NotFound gone -> throw new NotFound();
        }
        return LIST;
    }
}

package io.tradelane.portal.incident;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Radar;
import io.tradelane.trading.partner.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What should have come by now, the longest overdue first. */
@Page
class RadarPage {
    private static final int SIZE = 25;
    static final int LONGEST_HOURS = 24 * 31;
    private final Radar radar;
    private final Organisations organisations;
    private final Words words;
    private final Clock clock;

    RadarPage(Radar radar, Organisations organisations, Words words, Clock clock) {
        this.radar = radar;
        this.organisations = organisations;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/radar")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Obligation.State chosen = Constants.of(Obligation.State.class, state).orElse(Obligation.State.LATE);
        Obligation.Kind only = Constants.of(Obligation.Kind.class, kind).orElse(null);
        UUID of = uuid(partner);
        String number = q.strip().substring(0, Math.min(100, q.strip().length()));
        var found = radar.list(new Radar.Filter(chosen, only, of, number), cursor, SIZE);
        Address here = Address.of("/radar").with("state", Constants.word(chosen)).with("kind", Constants.word(only)).with("partner", of == null ? "" : of.toString())
                .with("q", number);
        model.addAttribute("obligations", found.items());
        model.addAttribute("state", chosen);
        model.addAttribute("states", Obligation.State.values());
        model.addAttribute("counts", radar.counts());
        model.addAttribute("kind", only);
        model.addAttribute("kinds", Obligation.Kind.values());
        model.addAttribute("partner", of);
        model.addAttribute("partners", organisations.list());
        model.addAttribute("q", number);
        model.addAttribute("narrowed", only != null || of != null || !number.isEmpty());
        model.addAttribute("self", Caller.current().organisation());
        model.addAttribute("mayChase", Caller.current().may(Permission.OBLIGATION_CHASE));
        model.addAttribute("first", cursor == null ? null : here.toString());
        model.addAttribute("next", found.next() == null ? null : here.with("cursor", found.next()).toString());
        return "incident/radar";
    }

    @PostMapping("/radar/{id}/snooze")
    String snooze(@PathVariable UUID id, @RequestParam(defaultValue = "24") int hours, RedirectAttributes next) {
        if (!radar.snooze(id, clock.instant().plus(Duration.ofHours(Math.clamp(hours, 1, LONGEST_HOURS))))) {
            throw new NotFound();
        }
        Toast.ok(next, words.text("radar.snoozed"));
        return "redirect:/radar";
    }

    @PostMapping("/radar/{id}/reminder")
    String remind(@PathVariable UUID id, RedirectAttributes next) {
        Radar.Reminded reminded = radar.remind(id);
        if (reminded == Radar.Reminded.NOT_OWED) {
            throw new NotFound();
        }
        if (reminded == Radar.Reminded.QUEUED) {
            Toast.ok(next, words.of(reminded));
        } else {
            Toast.bad(next, words.of(reminded));
        }
        return "redirect:/radar";
    }

    @GetMapping("/radar/terms")
    String terms(Model model) {
        model.addAttribute("terms", radar.terms());
        model.addAttribute("kinds", RadarTerms.KINDS);
        model.addAttribute("partners", organisations.list());
        model.addAttribute("operator", Caller.current().isOperator());
        model.addAttribute("self", Caller.current().organisation());
        model.addAttribute("mayChase", Caller.current().may(Permission.OBLIGATION_CHASE));
        return "incident/terms";
    }

    @PostMapping("/radar/terms")
    String agree(@RequestParam Map<String, String> form, RedirectAttributes next) {
        Radar.Term term = RadarTerms.of(form, true);
        if (term == null) {
            Toast.bad(next, words.text("radar.term.wrong"));
        } else {
            radar.agree(term);
            Toast.ok(next, words.text("radar.term.agreed"));
        }
        return "redirect:/radar/terms";
    }

    @PostMapping("/radar/terms/removal")
    String withdraw(@RequestParam Map<String, String> form, RedirectAttributes next) {
        Radar.Term term = RadarTerms.of(form, false);
        if (term == null || term.creditor() == null && term.debtor() == null) {
            throw new NotFound();
        }
        radar.withdraw(term);
        Toast.ok(next, words.text("radar.term.removed"));
        return "redirect:/radar/terms";
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}

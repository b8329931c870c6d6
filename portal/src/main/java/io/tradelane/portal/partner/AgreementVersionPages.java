package io.tradelane.portal.partner;

import io.tradelane.mappings.Format;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms.Receiving;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of an agreement: put into force, taken back, compared, brought back. */
@Page
class AgreementVersionPages {
    private static final int LONGEST_REASON = 300;
    private final AgreementVersions versions;
    private final AgreementOutcomes outcomes;
    private final Organisations organisations;
    private final Formats formats;
    private final Words words;

    AgreementVersionPages(AgreementVersions versions, AgreementOutcomes outcomes, Organisations organisations, Formats formats, Words words) {
        this.versions = versions;
        this.outcomes = outcomes;
        this.organisations = organisations;
        this.formats = formats;
        this.words = words;
    }

    /** An agreement on what a company sends begins as a draft that says what is usual. */
    @PostMapping("/partners/{id}/receiving")
    String receive(@PathVariable UUID id, @RequestParam String format, @RequestParam(defaultValue = "") String type, RedirectAttributes next) {
        NotFound.orElse404(organisations.find(id));
        Optional<Format> known = Constants.of(Format.class, format);
        if (known.isEmpty()) {
            Toast.bad(next, words.text("problem.choice"));
            return "redirect:/partners/" + id;
        }
        AgreementKey wanted = AgreementKey.inbound(Ids.next(), id, known.get().name(), Constants.of(DocumentType.class, type).orElse(null));
        Optional<AgreementKey> there = versions.keys(id).stream().filter(key -> key.direction() == wanted.direction() && key.sender().equals(id)
                && known.get().name().equals(key.format()) && key.type() == wanted.type()).findFirst();
        return "redirect:/agreements/" + there.orElseGet(() -> versions.propose(wanted, Receiving.USUAL, "")).id();
    }

    @GetMapping("/agreements/{id}/versions/{number}")
    String show(@PathVariable UUID id, @PathVariable int number, @RequestParam(required = false) @Nullable Integer with, Model model) {
        AgreementKey key = NotFound.orElse404(versions.key(id));
        AgreementVersion version = NotFound.orElse404(versions.find(id, number));
        List<AgreementVersion> all = versions.list(id);
        Integer other = with != null ? with
                : version.basedOn() != null ? version.basedOn()
                : all.stream().map(AgreementVersion::number).filter(one -> one < number).findFirst().orElse(null);
        model.addAttribute("agreement", key);
        model.addAttribute("version", version);
        model.addAttribute("versions", all);
        model.addAttribute("with", other);
        model.addAttribute("differences", other == null ? List.of() : NotFound.orElse404(versions.compare(id, other, number)));
        model.addAttribute("terms", versions.texts(version));
        return "partner/agreement-version";
    }

    @PostMapping("/agreements/{id}/versions/{number}/activation")
    String activate(@PathVariable UUID id, @PathVariable int number, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues values = new FormValues(typed, problems, words);
        Instant from = instant(values, "from");
        Instant to = instant(values, "to");
        String reason = values.text("reason", LONGEST_REASON);
        if (!problems.isEmpty()) {
            Toast.bad(next, problems.texts().values().iterator().next());
        } else {
            outcomes.tell(versions.activate(id, number, from, to, reason == null ? "" : reason), "agreement.activated", next);
        }
        return "redirect:/agreements/" + id;
    }

    @PostMapping("/agreements/{id}/versions/{number}/withdrawal")
    String withdraw(@PathVariable UUID id, @PathVariable int number, RedirectAttributes next) {
        outcomes.tell(versions.withdraw(id, number), "agreement.withdrawn", next);
        return "redirect:/agreements/" + id;
    }

    @PostMapping("/agreements/{id}/versions/{number}/draft")
    String rollBack(@PathVariable UUID id, @PathVariable int number, RedirectAttributes next) {
        outcomes.tell(versions.rollBack(id, number, words.text("agreement.rolledBack.reason", number)), "agreement.rolledBack", next);
        return "redirect:/agreements/" + id;
    }

    @PostMapping("/agreements/{id}/draft/removal")
    String discard(@PathVariable UUID id, RedirectAttributes next) {
        UUID partner = versions.key(id).map(key -> key.receiver() == null ? key.sender() : key.receiver()).orElseThrow(NotFound::new);
        outcomes.tell(versions.discard(id), "agreement.discarded", next);
        boolean left = versions.list(id).stream().anyMatch(version -> version.state() != AgreementVersion.State.WITHDRAWN);
        return left ? "redirect:/agreements/" + id : "redirect:/partners/" + partner;
    }

    @PostMapping("/partners/{id}/four-eyes")
    String fourEyes(@PathVariable UUID id, @RequestParam boolean wanted, RedirectAttributes next) {
        NotFound.orElse404(organisations.find(id));
        versions.fourEyes(id, wanted);
        Toast.ok(next, words.text(wanted ? "partner.fourEyes.on" : "partner.fourEyes.off"));
        return "redirect:/partners/" + id;
    }

    private @Nullable Instant instant(FormValues values, String field) {
        OffsetDateTime typed = values.moment(field, formats.zone());
        return typed == null ? null : typed.toInstant();
    }
}

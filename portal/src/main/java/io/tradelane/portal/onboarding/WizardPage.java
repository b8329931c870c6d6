package io.tradelane.portal.onboarding;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Certification;
import io.tradelane.trading.incident.Invitations;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Step;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.WrittenFormats;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One onboarding: how far it is, the step that is asked for, what was tried and what is still to be seen. */
@Page
class WizardPage {
    private final Onboardings onboardings;
    private final Organisations organisations;
    private final Channels channels;
    private final Certificates certificates;
    private final Certification certification;
    private final Trials trials;
    private final Doors doors;
    private final Offered offered;
    private final Exchangeable exchangeable;
    private final SampleFiles samples;
    private final Invitations invitations;
    private final Clock clock;

    WizardPage(Onboardings onboardings, Organisations organisations, Channels channels, Certificates certificates, Certification certification,
            Trials trials, Doors doors, Offered offered, Exchangeable exchangeable, SampleFiles samples, Invitations invitations, Clock clock) {
        this.onboardings = onboardings;
        this.organisations = organisations;
        this.channels = channels;
        this.certificates = certificates;
        this.certification = certification;
        this.trials = trials;
        this.doors = doors;
        this.offered = offered;
        this.exchangeable = exchangeable;
        this.samples = samples;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Formats by kind of document. */
    @Component
    public static final class Offered {
        private final ObjectProvider<WrittenFormats> formats;

        Offered(ObjectProvider<WrittenFormats> formats) {
            this.formats = formats;
        }

        public List<String> of(DocumentType type) {
            var known = formats.getIfAvailable();
            return known == null ? List.of("D96A") : List.copyOf(known.of(type));
        }
    }

    /** A row of the checklist. */
    record Checked(DocumentType type, boolean sends) {}

    /** The one that the caller's company is in. */
    @GetMapping("/onboarding")
    String mine() {
        UUID own = Caller.current().organisation();
        return Optional.ofNullable(own).flatMap(onboardings::of).map(found -> "redirect:/onboardings/" + found.id()).orElse("redirect:/onboardings");
    }

    @GetMapping("/onboardings/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String door,
            @RequestParam(defaultValue = "") String direction, Model model) {
        Onboarding onboarding = NotFound.orElse404(onboardings.find(id));
        Optional<Step> chosen = Constants.of(Step.class, step).or(onboarding::next);
        Map<String, String> form = Map.of();
        if (chosen.filter(one -> one == Step.PROFILE).isPresent()) {
            form = ProfileForm.of(organisations.find(onboarding.company()).orElseThrow());
        }
        var declared = doors.find(door);
        var way = Constants.of(Direction.class, direction);
        if (declared.isPresent() && way.isPresent() && !declared.get().fields(way.get()).isEmpty()) {
            model.addAttribute("door", declared.get());
            model.addAttribute("direction", way.get());
            model.addAttribute("fields", declared.get().fields(way.get()));
            form = Doors.initial(declared.get().fields(way.get()));
        }
        return page(onboarding, chosen.orElse(null), form, new Problems(), model);
    }

    /** What is agreed to be exchanged, by the names of the form. */
    private static Map<String, String> chosen(Onboarding onboarding) {
        Map<String, String> chosen = new HashMap<>();
        onboarding.documents().forEach(one -> {
            chosen.put(one.type().name(), one.sends() ? "sends" : "gets");
            chosen.put(one.type().name() + "-format", one.format());
        });
        return chosen;
    }

    String page(Onboarding onboarding, @Nullable Step step, Map<String, String> form, Problems problems, Model model) {
        var checks = certification.of(onboarding);
        model.addAttribute("onboarding", onboarding);
        model.addAttribute("company", organisations.find(onboarding.company()).orElseThrow());
        model.addAttribute("identifiers", organisations.identifiers(onboarding.company()));
        model.addAttribute("step", step);
        model.addAttribute("steps", Step.values());
        model.addAttribute("state", onboarding.state(clock.instant()));
        model.addAttribute("took", onboarding.took(clock.instant()));
        model.addAttribute("profileFields", ProfileForm.FIELDS);
        model.addAttribute("chosen", chosen(onboarding));
        model.addAttribute("types", exchangeable.of(onboarding));
        boolean sells = exchangeable.sells(onboarding);
        boolean buys = exchangeable.buys(onboarding);
        model.addAttribute("sendable", Exchangeable.TYPES.stream().filter(type -> Exchangeable.mayBeSent(type, sells, buys)).collect(Collectors.toSet()));
        model.addAttribute("gettable", Exchangeable.TYPES.stream().filter(type -> Exchangeable.mayBeGot(type, sells, buys)).collect(Collectors.toSet()));
        model.addAttribute("offered", offered);
        model.addAttribute("doors", doors.all());
        UUID owner = onboarding.liveAt() == null ? onboarding.twin() : onboarding.company();
        model.addAttribute("channels", channels.list(owner));
        model.addAttribute("certificates", certificates.list(owner));
        model.addAttribute("uses", PartnerCertificate.Use.values());
        model.addAttribute("checks", checks);
        model.addAttribute("checked", checks.stream().collect(Collectors.groupingBy(check -> new Checked(check.type(), check.sends()), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("green", checks.stream().filter(Certification.Check::green).count());
        model.addAttribute("certified", OnboardingsApi.certified(checks));
        model.addAttribute("trials", trials.of(onboarding));
        boolean trying = onboarding.liveAt() == null && !onboarding.documents().isEmpty();
        model.addAttribute("samples", trying ? samples.offered(onboarding) : List.of());
        model.addAttribute("begins", trying ? Counterparty.BEGINS.stream().filter(type -> onboarding.documents().stream()
                .anyMatch(one -> one.type() == type && !one.sends())).toList() : List.of());
        model.addAttribute("proven", certification.proven(onboarding));
        model.addAttribute("mail", invitations.mail(onboarding).orElse(null));
        Caller caller = Caller.current();
        model.addAttribute("mayHaveKey", caller.isOperator() || owner.equals(caller.organisation()));
        model.addAttribute("curl", "curl -H 'Authorization: Bearer " + Objects.requireNonNullElse(model.getAttribute("madeKey"), "KEY")
                + "' -H 'Content-Type: application/octet-stream' --data-binary @FILE " + ServletUriComponentsBuilder.fromCurrentContextPath().path("/api/v1/interchanges").toUriString());
        model.addAttribute("mayGoLive", Caller.current().may(Permission.ONBOARDING_INVITE));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems.texts());
        return "onboarding/onboarding";
    }
}

package io.tradelane.portal.partner;

import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.ApiKey;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.NewApiKey;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keys of a company's systems: made, changed with an overlap, tied to a certificate, disabled. A key is on the next page and nowhere else. */
@Page
class PartnerKeys {
    static final int LONGEST_NAME = 100;
    static final Duration OVERLAP = Duration.ofHours(24);
    private final Organisations organisations;
    private final Certificates certificates;
    private final ApiClients clients;
    private final Words words;
    private final Clock clock;
    private final ZoneId zone;

    PartnerKeys(Organisations organisations, Certificates certificates, ApiClients clients, Words words, Clock clock,
            @Value("${tradelane.portal.zone}") ZoneId zone) {
        this.organisations = organisations;
        this.certificates = certificates;
        this.clients = clients;
        this.words = words;
        this.clock = clock;
        this.zone = zone;
    }

    @PostMapping("/partners/{id}/keys")
    String make(@PathVariable UUID id, @RequestParam String name, @RequestParam(defaultValue = "read write") String scopes,
            @RequestParam(defaultValue = "") String expiresOn, @RequestParam(required = false) @Nullable UUID certificate, RedirectAttributes next) {
        NotFound.orElse404(organisations.find(id));
        Set<String> chosen = scopes(scopes);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            Toast.bad(next, words.text(name.isBlank() ? "problem.required" : "problem.tooLong"));
        } else if (!known(chosen)) {
            Toast.bad(next, words.text("key.problem.scopes"));
        } else if (!expiresOn.isBlank() && isPast(expiresOn)) {
            Toast.bad(next, words.text("key.problem.expiry"));
        } else {
            Instant expiresAt = expiresOn.isBlank() ? null : LocalDate.parse(expiresOn).plusDays(1).atStartOfDay(zone).toInstant();
            show(clients.create(new NewApiKey(id, name.strip(), chosen, expiresAt, fingerprint(id, certificate))), name.strip(), next);
        }
        return "redirect:/partners/" + id;
    }

    /** The secret before holds for a day more, so that the system can be told. */
    @PostMapping("/partners/{id}/keys/{key}/rotation")
    String rotate(@PathVariable UUID id, @PathVariable UUID key, RedirectAttributes next) {
        ApiKey found = own(id, key);
        show(clients.rotate(found.id(), OVERLAP), found.name(), next);
        return "redirect:/partners/" + id;
    }

    @PostMapping("/partners/{id}/keys/{key}/certificate")
    String bind(@PathVariable UUID id, @PathVariable UUID key, @RequestParam(required = false) @Nullable UUID certificate, RedirectAttributes next) {
        String fingerprint = fingerprint(id, certificate);
        if (fingerprint != null && clients.list(id).stream().anyMatch(other -> fingerprint.equals(other.certificateFingerprint()) && !other.id().equals(key))) {
            Toast.bad(next, words.text("key.problem.certificate"));
        } else {
            clients.bind(own(id, key).id(), fingerprint);
            Toast.ok(next, words.text(fingerprint == null ? "key.unbound" : "key.bound"));
        }
        return "redirect:/partners/" + id;
    }

    @PostMapping("/partners/{id}/keys/{key}/removal")
    String disable(@PathVariable UUID id, @PathVariable UUID key, RedirectAttributes next) {
        clients.disable(own(id, key).id());
        Toast.ok(next, words.text("key.removed"));
        return "redirect:/partners/" + id;
    }

    static Set<String> scopes(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    static boolean known(Set<String> scopes) {
        return !scopes.isEmpty() && scopes.stream().noneMatch(scope -> Permission.ofScope(scope).isEmpty());
    }

    private ApiKey own(UUID id, UUID key) {
        return NotFound.orElse404(clients.list(id).stream().filter(one -> one.id().equals(key)).findFirst());
    }

    private @Nullable String fingerprint(UUID id, @Nullable UUID certificate) {
        return certificate == null ? null
                : NotFound.orElse404(certificates.list(id).stream().filter(one -> one.id().equals(certificate)).findFirst().map(PartnerCertificate::fingerprint));
    }

    private boolean isPast(String day) {
        try {
            return LocalDate.parse(day).isBefore(LocalDate.now(clock.withZone(zone)));
        } catch (DateTimeParseException noDate) {
            return true;
        }
    }

    private static void show(ApiClients.Created made, String name, RedirectAttributes next) {
        next.addFlashAttribute("madeKey", made.key());
        next.addFlashAttribute("madeFor", name);
    }
}

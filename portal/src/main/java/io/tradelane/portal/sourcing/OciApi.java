package io.tradelane.portal.sourcing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.FormTarget;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.access.SharedSecrets;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Problem;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.sourcing.PunchOuts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A buyer's SAP calls up a supplier's shop in the browser of a person (Open Catalog Interface 4.0 and 5.0). The names of parameters count in any
 * case: {@code USERNAME}, the buyer's GLN or other identifier; {@code PASSWORD}, an API key of the buyer with {@code interchange:write}; {@code SUPPLIER},
 * an identifier of the supplier; {@code HOOK_URL}, where the cart goes; {@code ~TARGET} or {@code returntarget}, the frame for it. The answer sends the
 * browser on by a link that works once, so the password is in no later address.
 */
@ApiController
@Tag(name = "PunchOut")
class OciApi {
    private static final int LONGEST = 2000;
    private static final int MOST = 60;
    private static final List<String> SCHEMES = List.of(PartyIdentifier.GLN, PartyIdentifier.DUNS, "VAT", "REGISTRATION");
    private final PunchOuts punchOuts;
    private final Organisations organisations;
    private final SharedSecrets secrets;
    private final boolean https;

    OciApi(PunchOuts punchOuts, Organisations organisations, SharedSecrets secrets, @Value("${tradelane.portal.https}") boolean https) {
        this.punchOuts = punchOuts;
        this.organisations = organisations;
        this.secrets = secrets;
        this.https = https;
    }

    @Operation(summary = "OCI call-up of a supplier's shop; sends the browser on to it")
    @GetMapping("/api/v1/oci")
    ResponseEntity<Void> byAddress(@RequestParam MultiValueMap<String, String> parameters) {
        return open(parameters);
    }

    @Operation(summary = "OCI call-up of a supplier's shop by a form; sends the browser on to it")
    @PostMapping("/api/v1/oci")
    ResponseEntity<Void> byForm(@RequestParam MultiValueMap<String, String> parameters) {
        return open(parameters);
    }

    private ResponseEntity<Void> open(MultiValueMap<String, String> given) {
        Map<String, String> parameters = read(given);
        Caller caller = secrets.caller(parameters.getOrDefault("PASSWORD", "")).orElse(null);
        UUID buyer = caller == null ? null : caller.organisation();
        if (caller == null || buyer == null || company(parameters.get("USERNAME")).filter(buyer::equals).isEmpty()) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "oci-credentials", "USERNAME and PASSWORD are not those of a company here.");
        }
        if (!caller.may(Permission.INTERCHANGE_SUBMIT)) {
            throw new Problem(HttpStatus.FORBIDDEN, "oci-credentials", "The key may not submit documents.");
        }
        if (!parameters.getOrDefault("FUNCTION", "").isEmpty()) {
            throw wrong("FUNCTION", "not-offered");
        }
        String version = parameters.getOrDefault("OCI_VERSION", "4.0");
        if (!version.matches("[45](\\.0)?")) {
            throw wrong("OCI_VERSION", "not-offered");
        }
        String hook = parameters.getOrDefault("HOOK_URL", "");
        if (FormTarget.of(hook, https).isEmpty()) {
            throw wrong("HOOK_URL", "address");
        }
        String target = parameters.getOrDefault("~TARGET", parameters.getOrDefault("RETURNTARGET", ""));
        if (!target.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}|")) {
            throw wrong("~TARGET", "does-not-fit");
        }
        UUID supplier = company(parameters.get("SUPPLIER")).filter(found -> !found.equals(buyer)).orElseThrow(() -> wrong("SUPPLIER", "unknown"));
        return switch (Tenancy.call(caller.actor(), () -> punchOuts.openByOci(hook.strip(), target.isEmpty() ? null : target, new Parties(buyer, supplier)))) {
            case PunchOuts.Opened.Open open -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/shop/start").queryParam("link", open.link()).build().toUriString())).header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer").build();
            case PunchOuts.Opened.Refused refused -> throw new Problem(refused.reason() == PunchOuts.Reason.BUSY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.FORBIDDEN,
                    "oci-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), "The shop cannot be opened: " + refused.reason() + ".");
        };
    }

    /** Each once, whatever the case of its name. */
    private static Map<String, String> read(MultiValueMap<String, String> given) {
        Map<String, String> parameters = new TreeMap<>();
        if (given.size() > MOST) {
            throw wrong("", "too-many");
        }
        given.forEach((name, values) -> {
            String value = values.getFirst();
            if (values.size() > 1 || value != null && value.length() > LONGEST || parameters.put(name.toUpperCase(Locale.ROOT), value == null ? "" : value) != null) {
                throw wrong(name, values.size() > 1 ? "duplicate" : "too-long");
            }
        });
        return parameters;
    }

    private Optional<UUID> company(@Nullable String identifier) {
        return identifier == null || identifier.isBlank() ? Optional.empty() : Tenancy.call(Actor.hub(), () -> SCHEMES.stream()
                .flatMap(scheme -> organisations.byIdentifier(scheme, identifier.strip()).stream()).map(Organisation::id).findFirst());
    }

    private static Problem wrong(String parameter, String code) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", "A parameter of the call-up cannot be used: " + parameter + ".", List.of(Map.of("pointer", parameter, "code", code)));
    }
}

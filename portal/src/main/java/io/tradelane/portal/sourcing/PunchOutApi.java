package io.tradelane.portal.sourcing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.sourcing.PunchOutEnvelope;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.FormTarget;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.access.SharedSecrets;
import io.tradelane.portal.api.ApiController;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.PunchOuts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A buyer's system sends a person to a supplier's shop: cXML PunchOutSetupRequest, answered at once. */
@ApiController
@Tag(name = "PunchOut")
class PunchOutApi {
    private static final int LARGEST_BYTES = 1 << 20;
    private final PunchOuts punchOuts;
    private final Organisations organisations;
    private final SharedSecrets secrets;
    private final Clock clock;
    private final boolean https;

    PunchOutApi(PunchOuts punchOuts, Organisations organisations, SharedSecrets secrets, Clock clock, @Value("${tradelane.portal.https}") boolean https) {
        this.punchOuts = punchOuts;
        this.organisations = organisations;
        this.secrets = secrets;
        this.clock = clock;
        this.https = https;
    }

    @Operation(summary = "cXML PunchOutSetupRequest; its shared secret is an API key with interchange:write. Answers with the start page")
    @PostMapping("/api/v1/punch-out")
    ResponseEntity<byte[]> open(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            return answer(400, "Bad Request", "The request has more than 1 MB.", null);
        }
        List<MessageResult> messages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(Translator.standard().read(new ByteArrayInputStream(bytes), ReadOptions.defaults(), messages::add).findings());
        messages.forEach(message -> findings.addAll(message.findings()));
        if (messages.size() != 1 || !(messages.getFirst().document() instanceof PunchOutSetupDocument setup)) {
            return answer(400, "Bad Request", findings.stream().filter(Finding::isError).findFirst().map(finding -> finding.message(Locale.ENGLISH))
                    .orElse("This is no PunchOutSetupRequest."), null);
        }
        Caller caller = PunchOutEnvelope.sharedSecret(bytes).flatMap(secrets::caller).orElse(null);
        UUID buyer = caller == null ? null : caller.organisation();
        UUID named = company(setup, PartyRole.BUYER, messages.getFirst().header().sender()).orElse(buyer);
        if (caller == null || buyer == null || !buyer.equals(named)) {
            return answer(401, "Unauthorized", "The shared secret is not that of the company in From.", null);
        }
        if (!caller.may(Permission.INTERCHANGE_SUBMIT)) {
            return answer(403, "Forbidden", "The key may not submit documents.", null);
        }
        Optional<UUID> supplier = company(setup, PartyRole.SUPPLIER, messages.getFirst().header().recipient()).filter(other -> !other.equals(buyer));
        if (supplier.isEmpty()) {
            return answer(400, "Bad Request", "The supplier in To is not known here.", null);
        }
        if (FormTarget.of(setup.returnAddress(), https).isEmpty()) {
            return answer(400, "Bad Request", "BrowserFormPost/URL has to be a plain " + (https ? "https" : "http or https") + " address.", null);
        }
        return switch (Tenancy.call(caller.actor(), () -> punchOuts.open(setup, new Parties(buyer, supplier.get())))) {
            case PunchOuts.Opened.Open open -> answer(200, "success", null, ServletUriComponentsBuilder.fromCurrentContextPath().path("/shop/start")
                    .queryParam("link", open.link()).build().toUriString());
            case PunchOuts.Opened.Refused refused -> switch (refused.reason()) {
                case NOTHING_TO_BUY -> answer(403, "Forbidden", "No prices are agreed with this supplier.", null);
                case OPERATION -> answer(450, "Not Implemented", "The operation source is not offered.", null);
                case TOO_MANY_LINES -> answer(400, "Bad Request", "A cart holds at most " + PunchOuts.MOST_LINES + " lines.", null);
                case BUSY -> answer(503, "Service Unavailable", "Too many shopping sessions are open; try again later.", null);
            };
        };
    }

    /** Whom the envelope names, by an identifier of the company or by its address in interchanges. */
    private Optional<UUID> company(PunchOutSetupDocument setup, PartyRole role, PartyAddress address) {
        return Tenancy.call(Actor.hub(), () -> setup.party(role).stream()
                        .map(Party::identifiers).flatMap(List::stream)
                        .flatMap(identifier -> PartyIdentifier.of(identifier).stream())
                        .flatMap(identifier -> organisations.byIdentifier(identifier.scheme(), identifier.value()).stream())
                        .findFirst()
                        .or(() -> address.id().isBlank() ? Optional.empty() : organisations.byInterchangeAddress(address.id(), address.qualifier())))
                .map(Organisation::id);
    }

    /** What cXML says about a request is in its status; the transport has done its part. */
    private ResponseEntity<byte[]> answer(int code, String text, @Nullable String detail, @Nullable String startPage) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(PunchOutEnvelope.response(
                Ids.next() + "@tradelane", OffsetDateTime.now(clock), code, text, detail, startPage));
    }
}

package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.exchange.ServerIdentity;
import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.CertificateBoard.Succession;
import io.tradelane.trading.partner.CertificateStanding;
import io.tradelane.trading.partner.CertificateStanding.Confirmation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The certificate board in JSON. A private key is written, never read. */
@ApiController
@Tag(name = "Certificates")
class CertificatesApi {
    private final CertificateBoard board;
    private final ServerIdentities servers;
    private final Organisations organisations;
    private final Clock clock;

    CertificatesApi(CertificateBoard board, ServerIdentities servers, Organisations organisations, Clock clock) {
        this.board = board;
        this.servers = servers;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @param daysLeft negative once it has ended */
    record CertificateResource(
            UUID id, UUID organisation, String alias, Use use, boolean ours, String fingerprint, Instant validFrom, Instant validTo, long daysLeft,
            @Nullable UUID predecessor, @Nullable UUID successor, @Nullable Instant lastUsedAt, List<Confirmation> confirmations, String pem) {}

    record SuccessorRequest(@Nullable String alias, @Nullable String pem, @Nullable String privateKey) {}

    record Partner(@Nullable UUID organisation) {}

    /** @param token what the address of the partner's page ends with: {@code /certificate-confirmations/…} */
    record Link(String token) {}

    @Operation(summary = "Certificates, those that end first at the top, with who has confirmed each")
    @GetMapping("/api/v1/certificates")
    Listing<CertificateResource> list(@RequestParam(required = false) @Nullable UUID organisation) {
        Caller caller = Caller.current();
        UUID of = caller.isOperator() ? organisation : caller.organisation();
        return new Listing<>(board.list(of).stream().map(this::resource).toList(), null);
    }

    @Operation(summary = "Certificates and host keys that partners' servers showed last, and those that were not accepted")
    @GetMapping("/api/v1/certificates/servers")
    Listing<ServerIdentity> servers(@RequestParam(required = false) @Nullable UUID organisation) {
        Caller caller = Caller.current();
        return new Listing<>(servers.list(caller.isOperator() ? organisation : caller.organisation()), null);
    }

    @Operation(summary = "Add the certificate that follows; it is accepted at once, and sent with when the other side is known to have it")
    @PostMapping("/api/v1/certificates/{id}/successor")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateResource succeed(@PathVariable UUID id, @RequestBody SuccessorRequest request) {
        if (request.alias == null || request.alias.isBlank() || request.pem == null || request.pem.contains("PRIVATE KEY")) {
            throw wrong(request.pem != null && request.pem.contains("PRIVATE KEY") ? "/pem" : "/alias", "required");
        }
        return switch (board.succeed(id, request.alias.strip(), request.pem.strip() + "\n", request.privateKey)) {
            case Succession.Done done -> board.list(null).stream().filter(one -> one.certificate().id().equals(done.certificate()))
                    .map(this::resource).findFirst().orElseThrow(NotFound::new);
            case Succession.Invalid invalid -> throw wrong("/" + invalid.field(), invalid.code());
            case Succession.NotFound gone -> throw new NotFound();
        };
    }

    @Operation(summary = "Make a link by which a partner confirms that it has a certificate; it holds for 60 days")
    @PostMapping("/api/v1/certificates/{id}/invitations")
    Link invite(@PathVariable UUID id, @RequestBody Partner partner) {
        return new Link(NotFound.orElse404(board.invite(id, known(partner))));
    }

    @Operation(summary = "Say for a partner that it has a certificate")
    @PostMapping("/api/v1/certificates/{id}/confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable UUID id, @RequestBody Partner partner) {
        if (!board.confirmed(id, known(partner))) {
            throw new NotFound();
        }
    }

    private UUID known(Partner partner) {
        if (partner.organisation == null || organisations.find(partner.organisation).isEmpty()) {
            throw wrong("/organisation", "unknown");
        }
        return partner.organisation;
    }

    private CertificateResource resource(CertificateStanding one) {
        var certificate = one.certificate();
        return new CertificateResource(certificate.id(), certificate.organisation(), certificate.alias(), certificate.use(), one.ours(), certificate.fingerprint(),
                certificate.validFrom(), certificate.validTo(), Math.floorDiv(Duration.between(clock.instant(), certificate.validTo()).toSeconds(), 86_400L),
                one.predecessor(), one.successor(), one.lastUsedAt(), one.confirmations(), certificate.certificatePem());
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", pointer, "code", code)));
    }
}

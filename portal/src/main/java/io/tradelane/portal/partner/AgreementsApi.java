package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.ShownDocuments;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementChange;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Agreements;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Agreements in JSON, and what they say about acknowledgements. */
@ApiController
@Tag(name = "Agreements")
class AgreementsApi {
    private final Agreements agreements;
    private final AcknowledgementPolicies acknowledgements;
    private final AgreementVersions versions;
    private final ShownDocuments shown;

    AgreementsApi(Agreements agreements, AcknowledgementPolicies acknowledgements, AgreementVersions versions, ShownDocuments shown) {
        this.versions = versions;
        this.shown = shown;
        this.agreements = agreements;
        this.acknowledgements = acknowledgements;
    }

    record AgreementResource(
            UUID id, UUID sender, UUID receiver, DocumentType type, String format, String version, @Nullable String association,
            @Nullable UUID channel, boolean acknowledgementRequested, String senderId, @Nullable String senderQualifier, String receiverId,
            @Nullable String receiverQualifier, String charset, boolean test, AcknowledgementPolicy acknowledgements) {}

    /** Absent: stays as it is; a deadline of 0 takes it away. */
    record PolicyRequest(
            @Nullable When answer, @Nullable When interchange, @Nullable Expected expected, @Nullable Integer deadlineMinutes,
            @Nullable Meaning rejected, @Nullable Meaning acknowledged, @Nullable Meaning received, @Nullable Meaning withErrors) {}

    @Operation(summary = "Agreements of an organisation; the operator names it")
    @GetMapping("/api/v1/agreements")
    Listing<AgreementResource> list(@RequestParam(required = false) @Nullable UUID organisation) {
        UUID of = organisation == null ? Caller.current().organisation() : organisation;
        return new Listing<>(agreements.list(of).stream().map(this::resource).toList(), null);
    }

    @Operation(summary = "One agreement")
    @GetMapping("/api/v1/agreements/{id}")
    AgreementResource agreement(@PathVariable UUID id) {
        return resource(NotFound.orElse404(agreements.find(id)));
    }

    @Operation(summary = "When acknowledgements are sent, which the partner owes, until when, and what its codes mean. In force at once (200), or a"
            + " draft (202, Location) where two people are needed or the key has no agreement:activate")
    @PutMapping("/api/v1/agreements/{id}/acknowledgements")
    ResponseEntity<AgreementResource> acknowledge(@PathVariable UUID id, @RequestBody PolicyRequest request) {
        int version = AgreementOutcomes.require(acknowledgements.change(id, before -> new AcknowledgementPolicy(
                or(request.answer, before.answer()), or(request.interchange, before.interchange()), or(request.expected, before.expected()),
                deadline(request.deadlineMinutes, before.deadlineMinutes()), or(request.rejected, before.rejected()),
                or(request.acknowledged, before.acknowledged()), or(request.received, before.received()),
                or(request.withErrors, before.withErrors())), Caller.current().may(Permission.AGREEMENT_ACTIVATE)));
        AgreementVersion saved = versions.find(id, version).orElseThrow();
        AgreementResource resource = agreements.find(id).map(this::resource).orElse(null);
        return saved.state() == AgreementVersion.State.IN_FORCE ? ResponseEntity.ok(resource)
                : ResponseEntity.accepted().location(URI.create("/api/v1/agreements/" + id + "/versions/" + version)).body(resource);
    }

    @Operation(summary = "Ends the agreement (204); where two people are needed the first only asks for it (202), and another ends it")
    @DeleteMapping("/api/v1/agreements/{id}")
    ResponseEntity<Void> end(@PathVariable UUID id) {
        AgreementChange change = agreements.end(id);
        AgreementOutcomes.require(change);
        return ResponseEntity.status(change instanceof AgreementChange.EndWanted ? HttpStatus.ACCEPTED : HttpStatus.NO_CONTENT).build();
    }

    @Operation(summary = "Somebody asked for the agreement to end: it does not")
    @DeleteMapping("/api/v1/agreements/{id}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID id) {
        AgreementOutcomes.require(versions.keep(id));
    }

    /** @param since what was said before is left; absent: all */
    record ShownRequest(@Nullable Instant since) {}

    record Released(int documents) {}

    @Operation(summary = "How many documents the receiver only read in the portal, as there was no agreement when they were said")
    @GetMapping("/api/v1/agreements/{id}/shown-documents")
    ShownDocuments.Shown shown(@PathVariable UUID id) {
        return NotFound.orElse404(shown.of(id));
    }

    @Operation(summary = "Sends them by the agreement, in the order in which they were said")
    @PostMapping("/api/v1/agreements/{id}/shown-documents")
    Released sendShown(@PathVariable UUID id, @RequestBody(required = false) @Nullable ShownRequest request) {
        NotFound.orElse404(shown.of(id));
        return new Released(shown.send(id, request == null ? null : request.since));
    }

    private static <T> T or(@Nullable T given, T before) {
        return given == null ? before : given;
    }

    private static @Nullable Integer deadline(@Nullable Integer given, @Nullable Integer before) {
        if (given != null && (given < 0 || given > AcknowledgementPolicy.LONGEST_DEADLINE_MINUTES)) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The deadline cannot be like that; see errors.",
                    List.of(Map.of("pointer", "deadlineMinutes", "code", "out-of-range")));
        }
        return given == null ? before : given == 0 ? null : given;
    }

    private AgreementResource resource(Agreement a) {
        return new AgreementResource(a.id(), a.sender(), a.receiver(), a.type(), a.format(), a.version(), a.association(), a.channel(),
                a.acknowledgementRequested(), a.senderId(), a.senderQualifier(), a.receiverId(), a.receiverQualifier(), a.charset(), a.test(),
                acknowledgements.of(a.id()));
    }
}

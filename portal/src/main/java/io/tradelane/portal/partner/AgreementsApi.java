package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Agreements in JSON, and what they say about acknowledgements. */
@ApiController
@Tag(name = "Agreements")
class AgreementsApi {
    private final Agreements agreements;
    private final AcknowledgementPolicies acknowledgements;

    AgreementsApi(Agreements agreements, AcknowledgementPolicies acknowledgements) {
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

    @Operation(summary = "When acknowledgements are sent, which the partner owes, until when, and what its codes mean")
    @PutMapping("/api/v1/agreements/{id}/acknowledgements")
    AgreementResource acknowledge(@PathVariable UUID id, @RequestBody PolicyRequest request) {
        Agreement agreement = NotFound.orElse404(agreements.find(id));
        AcknowledgementPolicy before = acknowledgements.of(id);
        acknowledgements.agree(id, new AcknowledgementPolicy(
                or(request.answer, before.answer()), or(request.interchange, before.interchange()), or(request.expected, before.expected()),
                deadline(request.deadlineMinutes, before.deadlineMinutes()), or(request.rejected, before.rejected()),
                or(request.acknowledged, before.acknowledged()), or(request.received, before.received()),
                or(request.withErrors, before.withErrors())));
        return resource(agreement);
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

package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementTerms;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.TermDifference;
import io.tradelane.trading.partner.WrittenFormats;
import io.tradelane.trading.shared.Ids;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Versions of agreements in JSON. */
@ApiController
@Tag(name = "Agreements")
class AgreementVersionsApi {
    private final AgreementVersions versions;
    private final Organisations organisations;
    private final ObjectProvider<WrittenFormats> formats;

    AgreementVersionsApi(AgreementVersions versions, Organisations organisations, ObjectProvider<WrittenFormats> formats) {
        this.versions = versions;
        this.organisations = organisations;
        this.formats = formats;
    }

    /** @param receiver and type of an OUTBOUND agreement @param receivedFormat of an INBOUND one */
    record NewAgreement(
            @Nullable Direction direction, @Nullable UUID sender, @Nullable UUID receiver, @Nullable DocumentType type,
            @Nullable String receivedFormat, @Nullable JsonNode terms, @Nullable String reason) {}

    record Draft(@Nullable JsonNode terms, @Nullable String reason) {}

    /** @param from absent: at once @param to absent: until another version takes its place */
    record Activation(@Nullable Instant from, @Nullable Instant to, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Drafted(UUID agreement, int version) {}

    @Operation(summary = "Agree on something new; it is a draft until it is put into force. INBOUND is about what the sender sends")
    @PostMapping("/api/v1/agreements")
    ResponseEntity<Drafted> propose(@RequestBody NewAgreement request) {
        List<Map<String, String>> wrong = new ArrayList<>();
        boolean outbound = request.direction != Direction.INBOUND;
        company(request.sender, "/sender", true, wrong);
        company(request.receiver, "/receiver", outbound, wrong);
        if (outbound && request.type == null) {
            wrong.add(Map.of("pointer", "/type", "code", "required"));
        }
        if (!outbound && (request.receivedFormat == null || !request.receivedFormat.matches("[A-Z][A-Z0-9_]{1,29}"))) {
            wrong.add(Map.of("pointer", "/receivedFormat", "code", "required"));
        }
        if (!wrong.isEmpty() || request.sender == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The agreement cannot be like that; see errors.", wrong);
        }
        AgreementKey key = outbound && request.receiver != null && request.type != null
                ? AgreementKey.outbound(Ids.next(), request.sender, request.receiver, request.type)
                : AgreementKey.inbound(Ids.next(), request.sender, String.valueOf(request.receivedFormat), request.type);
        AgreementKey made = versions.propose(key, terms(key, request.terms), text(request.reason));
        int draft = versions.list(made.id()).getFirst().number();
        return ResponseEntity.created(URI.create("/api/v1/agreements/" + made.id() + "/versions/" + draft)).body(new Drafted(made.id(), draft));
    }

    @Operation(summary = "Versions of an agreement, newest first, with who changed and who activated each")
    @GetMapping("/api/v1/agreements/{id}/versions")
    Listing<AgreementVersion> list(@PathVariable UUID id) {
        key(id);
        return new Listing<>(versions.list(id), null);
    }

    @Operation(summary = "One version; the ETag of a draft counts its changes")
    @GetMapping("/api/v1/agreements/{id}/versions/{number}")
    ResponseEntity<AgreementVersion> version(@PathVariable UUID id, @PathVariable int number) {
        AgreementVersion version = NotFound.orElse404(versions.find(id, number));
        return Versions.tagged(version.edits(), version);
    }

    @Operation(summary = "By which version of an agreement an interchange went out or came in")
    @GetMapping("/api/v1/interchanges/{id}/agreement")
    AgreementVersion used(@PathVariable UUID id) {
        return NotFound.orElse404(versions.usedBy(id));
    }

    @Operation(summary = "What a version says differently than another")
    @GetMapping("/api/v1/agreements/{id}/versions/{number}/differences")
    Listing<TermDifference> differences(@PathVariable UUID id, @PathVariable int number, @RequestParam int with) {
        return new Listing<>(NotFound.orElse404(versions.compare(id, with, number)), null);
    }

    @Operation(summary = "Make or change the draft; If-Match is needed where there is one. Nothing takes effect before it is activated")
    @PutMapping("/api/v1/agreements/{id}/draft")
    ResponseEntity<AgreementVersion> save(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Draft draft) {
        AgreementKey key = key(id);
        boolean there = versions.list(id).stream().anyMatch(version -> version.state() == AgreementVersion.State.DRAFT);
        int edits = there || ifMatch != null ? Versions.expected(ifMatch) : 0;
        return version(id, AgreementOutcomes.require(versions.save(id, terms(key, draft.terms), text(draft.reason), edits)));
    }

    @Operation(summary = "Give the draft up; it stays readable")
    @DeleteMapping("/api/v1/agreements/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        AgreementOutcomes.require(versions.discard(id));
    }

    @Operation(summary = "Put the draft into force; the version before ends then. Where two people are needed, not by who changed it")
    @PostMapping("/api/v1/agreements/{id}/versions/{number}/activation")
    ResponseEntity<AgreementVersion> activate(@PathVariable UUID id, @PathVariable int number, @RequestBody(required = false) @Nullable Activation wanted) {
        Activation activation = wanted == null ? new Activation(null, null, null) : wanted;
        return version(id, AgreementOutcomes.require(versions.activate(id, number, activation.from, activation.to, text(activation.reason))));
    }

    @Operation(summary = "Take back a version that is not in force yet")
    @PostMapping("/api/v1/agreements/{id}/versions/{number}/withdrawal")
    ResponseEntity<AgreementVersion> withdraw(@PathVariable UUID id, @PathVariable int number) {
        return version(id, AgreementOutcomes.require(versions.withdraw(id, number)));
    }

    @Operation(summary = "Roll back: a draft that says what this version says")
    @PostMapping("/api/v1/agreements/{id}/versions/{number}/draft")
    ResponseEntity<AgreementVersion> rollBack(@PathVariable UUID id, @PathVariable int number, @RequestBody(required = false) @Nullable Reason why) {
        return version(id, AgreementOutcomes.require(versions.rollBack(id, number, why == null ? "" : text(why.reason))));
    }

    private AgreementKey key(UUID id) {
        return NotFound.orElse404(versions.key(id));
    }

    private void company(@Nullable UUID id, String pointer, boolean required, List<Map<String, String>> wrong) {
        if (id == null ? required : organisations.find(id).isEmpty()) {
            wrong.add(Map.of("pointer", pointer, "code", id == null ? "required" : "unknown"));
        }
    }

    private AgreementTerms terms(AgreementKey key, @Nullable JsonNode given) {
        if (given == null || !given.isObject()) {
            throw wrong("/terms", "required");
        }
        try {
            AgreementTerms read = AgreementVersions.terms(key.direction(), given);
            if (!(read instanceof AgreementTerms.Sending terms)) {
                return read;
            }
            if (terms.format() == null || terms.version() == null || terms.senderId() == null || terms.receiverId() == null || terms.charset() == null) {
                throw wrong("/terms", "required");
            }
            WrittenFormats known = formats.getIfAvailable();
            if (known != null && key.type() != null && !known.of(key.type()).contains(target(terms))) {
                throw wrong("/terms/version", "version");
            }
            if (terms.batching().gathers() && !AgreementForm.GATHERED.contains(terms.format())) {
                throw wrong("/terms/batching", "one-message-only");
            }
            return terms;
        } catch (JacksonException unreadable) {
            throw wrong("/terms", "terms");
        }
    }

    private static String target(AgreementTerms.Sending terms) {
        return terms.format().equals(WrittenFormats.EDIFACT) ? terms.version()
                : terms.version().isEmpty() ? terms.format() : terms.format() + ":" + terms.version();
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The terms cannot be like that; see errors.", List.of(Map.of("pointer", pointer, "code", code)));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}

package io.tradelane.portal.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.OwnPassword;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.cart.ApprovedCallOffs;
import io.tradelane.trading.cart.ApprovedCallOffs.CalledOff;
import io.tradelane.trading.contract.CallOff;
import io.tradelane.trading.contract.ContractFilter;
import io.tradelane.trading.contract.ContractPage;
import io.tradelane.trading.contract.ContractSummary;
import io.tradelane.trading.contract.ContractTemplate;
import io.tradelane.trading.contract.ContractTemplates;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.NewContract;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.Side;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Contracts in JSON: the same commands as on the pages. */
@ApiController
@Tag(name = "Contracts")
class ContractsApi {
    private final Contracts contracts;
    private final ApprovedCallOffs callOffs;
    private final ContractTemplates templates;
    private final ContractSigning signing;
    private final Timeline timeline;
    private final OwnPassword own;

    ContractsApi(Contracts contracts, ApprovedCallOffs callOffs, ContractTemplates templates, ContractSigning signing, Timeline timeline, OwnPassword own) {
        this.own = own;
        this.contracts = contracts;
        this.callOffs = callOffs;
        this.templates = templates;
        this.signing = signing;
        this.timeline = timeline;
    }

    /** @param contract its fields stand at the top level */
    record ContractResource(@JsonUnwrapped ContractView contract, List<TimelineResource> timeline) {}

    /** @param quote of an award, with {@code template}; then nothing else is needed */
    record Creation(@Nullable UUID quote, @Nullable UUID template, @Nullable ContractType type, @Nullable Side side, @Nullable UUID counterparty, @Nullable ContractRequest text) {}

    record Reason(@Nullable String reason, @Nullable Boolean breach) {}

    record Order(List<CallOff> lines) {}

    @Operation(summary = "Contracts, newest first; tab is all, needs_action, open, in_force or ended")
    @GetMapping("/api/v1/contracts")
    Listing<ContractSummary> list(
            @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ContractFilter.Tab chosen = Listing.filter(ContractFilter.Tab.class, "tab", tab);
        ContractPage page = contracts.list(new ContractFilter(chosen == null ? ContractFilter.Tab.ALL : chosen, q.isBlank() ? null : q.strip(), cursor, Listing.size(limit)));
        return new Listing<>(page.contracts(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One contract: its versions with lines, clauses and signatures, what was called off, timeline")
    @GetMapping("/api/v1/contracts/{id}")
    ResponseEntity<ContractResource> contract(@PathVariable UUID id) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        return Versions.tagged(contract.version(), new ContractResource(contract,
                timeline.of(List.of(new Timeline.Subject(Contracts.ENTITY, id))).stream().map(TimelineResource::of).toList()));
    }

    @Operation(summary = "A draft: of an award (quote and template), or between side and counterparty with its text")
    @PostMapping("/api/v1/contracts")
    ResponseEntity<ContractResource> create(@RequestBody Creation creation) {
        CommandResult result;
        if (creation.quote() != null && creation.template() != null) {
            result = contracts.createOfAward(creation.quote(), creation.template());
        } else if (creation.type() != null && creation.side() != null && creation.counterparty() != null && creation.text() != null) {
            result = contracts.create(new NewContract(creation.type(), creation.side(), creation.counterparty()), creation.text().form());
        } else {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Give quote and template, or type, side, counterparty and text.");
        }
        Commands.require(result);
        return contract(((CommandResult.Done) result).id());
    }

    @Operation(summary = "The draft again, another proposal in answer, or an amendment's draft; needs If-Match")
    @PutMapping("/api/v1/contracts/{id}/text")
    ResponseEntity<ContractResource> write(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody ContractRequest text) {
        return told(id, contracts.write(id, text.form(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "Proposes the draft to the other side; 422 names what of the key content is missing; needs If-Match")
    @PostMapping("/api/v1/contracts/{id}/proposal")
    ResponseEntity<ContractResource> propose(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return told(id, contracts.propose(id, Versions.expected(ifMatch)));
    }

    @Operation(summary = "Agrees to what the other side proposed; needs If-Match")
    @PostMapping("/api/v1/contracts/{id}/acceptance")
    ResponseEntity<ContractResource> accept(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return told(id, contracts.accept(id, Versions.expected(ifMatch)));
    }

    @Operation(summary = "Declines what the other side proposed, or to sign; needs If-Match and a reason")
    @PostMapping("/api/v1/contracts/{id}/refusal")
    ResponseEntity<ContractResource> decline(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        return told(id, contracts.decline(id, reason.reason(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "Takes back what one's own side wrote; needs If-Match, and a reason once the other side has seen it")
    @PostMapping("/api/v1/contracts/{id}/withdrawal")
    ResponseEntity<ContractResource> takeBack(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        return told(id, contracts.takeBack(id, reason.reason(), Versions.expected(ifMatch)));
    }

    /** @param password of the person who signs; a key has none */
    record Signature(@Nullable String password) {}

    @Operation(summary = "Signs for the caller's company with its key (PAdES); needs If-Match, and of a person her password")
    @PostMapping("/api/v1/contracts/{id}/signature")
    ResponseEntity<ContractResource> sign(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Signature signature, HttpServletRequest request) {
        UUID person = Tenancy.current().user();
        String password = signature == null ? null : signature.password();
        if (person != null && (password == null || !own.confirmed(person, password, request))) {
            throw new Problem(HttpStatus.FORBIDDEN, "password-needed", "Whoever signs shows her password.");
        }
        return told(id, signing.sign(id, Versions.expected(ifMatch)));
    }

    @Operation(summary = "Ends it: for breach at once, otherwise when both have asked; needs If-Match")
    @PostMapping("/api/v1/contracts/{id}/end")
    ResponseEntity<ContractResource> end(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        return told(id, contracts.end(id, Boolean.TRUE.equals(reason.breach()), reason.reason(), Versions.expected(ifMatch)));
    }

    @Operation(summary = "Orders at the contract's prices and terms; answers with the order's id, or 202 with the approval that is asked for; needs If-Match")
    @PostMapping("/api/v1/contracts/{id}/call-offs")
    ResponseEntity<Map<String, UUID>> callOff(
            @PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Order order) {
        return switch (callOffs.callOff(id, order.lines() == null ? List.of() : order.lines(), Versions.expected(ifMatch))) {
            case CalledOff.Now now -> {
                Commands.require(now.result());
                yield ResponseEntity.ok(Map.of("order", ((CommandResult.Done) now.result()).id()));
            }
            case CalledOff.Waiting waiting -> ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("approval", waiting.request()));
            case CalledOff.NobodyCan nobody -> throw new Problem(HttpStatus.CONFLICT, "no-eligible-approver", "Nobody could approve it: " + String.join(", ", nobody.reasons()) + ".");
        };
    }

    @Operation(summary = "Takes back what is ordered from it and waits for approval")
    @PostMapping("/api/v1/contracts/{id}/call-offs/recall")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recallCallOff(@PathVariable UUID id) {
        Commands.require(callOffs.recall(id));
    }

    @Operation(summary = "The paper of a version with the signatures it has, PDF")
    @GetMapping("/api/v1/contracts/{id}/versions/{n}/paper")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable int n) {
        ContractView contract = NotFound.orElse404(contracts.find(id));
        ContractView.Version version = NotFound.orElse404(contract.versions().stream().filter(one -> one.n() == n).findFirst());
        return ContractPages.download(signing.paper(contract, version), MediaType.APPLICATION_PDF, contract.number() + "-v" + n + ".pdf");
    }

    @Operation(summary = "The JSON twin of a version, as it was hashed")
    @GetMapping("/api/v1/contracts/{id}/versions/{n}/twin")
    ResponseEntity<byte[]> twin(@PathVariable UUID id, @PathVariable int n) {
        return ContractPages.download(NotFound.orElse404(contracts.twin(id, n)).getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, "contract-v" + n + ".json");
    }

    @Operation(summary = "Templates to begin with: the caller's own first, then the operator's")
    @GetMapping("/api/v1/contract-templates")
    Listing<ContractTemplate> templates() {
        return new Listing<>(templates.list(), null);
    }

    @Operation(summary = "A template of one's own")
    @PostMapping("/api/v1/contract-templates")
    ContractTemplate template(@RequestBody ContractTemplates.Form form) {
        CommandResult result = templates.create(form);
        Commands.require(result);
        return templates.find(((CommandResult.Done) result).id()).orElseThrow();
    }

    private ResponseEntity<ContractResource> told(UUID id, CommandResult result) {
        Commands.require(result);
        return contracts.find(id).isPresent() ? contract(id) : ResponseEntity.noContent().build();
    }
}

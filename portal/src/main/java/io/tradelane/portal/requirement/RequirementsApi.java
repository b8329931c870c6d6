package io.tradelane.portal.requirement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.requirement.PastedLines;
import io.tradelane.trading.requirement.RequirementFilter;
import io.tradelane.trading.requirement.RequirementForm;
import io.tradelane.trading.requirement.RequirementMatching;
import io.tradelane.trading.requirement.RequirementPage;
import io.tradelane.trading.requirement.RequirementState;
import io.tradelane.trading.requirement.RequirementSummary;
import io.tradelane.trading.requirement.Requirements;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Purchase requirements in JSON. A command on a version that is not the latest is answered with 409 and what was done since. */
@ApiController
@Tag(name = "Purchase requirements")
class RequirementsApi {
    private static final int MOST_MATCHED = 100;
    private final Requirements requirements;
    private final RequirementMatching matching;
    private final VisibleRequirements visible;
    private final RequirementWords words;

    RequirementsApi(Requirements requirements, RequirementMatching matching, VisibleRequirements visible, RequirementWords words) {
        this.requirements = requirements;
        this.matching = matching;
        this.visible = visible;
        this.words = words;
    }

    @Operation(summary = "Requirements, newest first")
    @GetMapping("/api/v1/requirements")
    Listing<RequirementSummary> list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable LocalDate needBy, @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        RequirementPage page = requirements.list(new RequirementFilter(Objects.requireNonNullElse(Listing.filter(RequirementFilter.Tab.class, "tab", tab), RequirementFilter.Tab.ALL),
                q.isBlank() ? null : q.strip(), Listing.filter(RequirementState.class, "state", state), VisibleRequirements.author(), needBy, cursor, Listing.size(limit)));
        return new Listing<>(page.requirements(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One requirement: lines, how much of each is ordered, requests, orders, timeline")
    @GetMapping("/api/v1/requirements/{id}")
    ResponseEntity<RequirementResource> requirement(@PathVariable UUID id) {
        var found = visible.require(id);
        return Versions.tagged(found.version(), RequirementResource.of(found, visible.timeline(id)));
    }

    @Operation(summary = "A new draft; the same content under the same number again is answered with what stands")
    @PostMapping("/api/v1/requirements")
    ResponseEntity<RequirementResource> create(@RequestBody RequirementRequest request) {
        CommandResult result = requirements.create(request.form());
        Commands.require(result);
        boolean fresh = result instanceof CommandResult.Done;
        UUID id = result instanceof CommandResult.Done done ? done.id() : ((CommandResult.AlreadyDone) result).id();
        ResponseEntity<RequirementResource> read = requirement(id);
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).headers(read.getHeaders()).header(HttpHeaders.LOCATION, "/api/v1/requirements/" + id).body(read.getBody());
    }

    /** @param left the rows that are wrong, as they came */
    record Rows(List<RequirementForm.Line> lines, List<Fault> faults, String left) {}

    /** @param column null: the row as a whole */
    record Fault(int row, PastedLines.@Nullable Column column, String value, String code, String en, String zh) {}

    @Operation(summary = "Reads rows of a spreadsheet, cells parted by tabs, into lines; stores nothing. What is wrong comes by row and column")
    @PostMapping(path = "/api/v1/requirement-rows", consumes = MediaType.TEXT_PLAIN_VALUE)
    Rows rows(@RequestParam(defaultValue = "CNY") String currency, @RequestBody String text) {
        PastedLines read = PastedLines.read(text, currency);
        return new Rows(read.lines(), read.faults().stream().map(fault -> new Fault(fault.row(), fault.column(), fault.value(), fault.code(), words.fault(fault, Locale.ENGLISH),
                words.fault(fault, Locale.SIMPLIFIED_CHINESE))).toList(), read.left());
    }

    @Operation(summary = "Writes a draft anew, or one that was rejected; needs If-Match")
    @PutMapping("/api/v1/requirements/{id}")
    ResponseEntity<RequirementResource> write(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody RequirementRequest request) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.write(id, request.form(), version));
    }

    @Operation(summary = "Submits it to be approved by somebody else; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/submission")
    ResponseEntity<RequirementResource> submit(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.submit(id, version));
    }

    @Operation(summary = "Approves it; not by whoever wrote or submitted it, and not by a key; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/approval")
    ResponseEntity<RequirementResource> approve(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.approve(id, version));
    }

    record Reason(@Nullable String reason) {}

    @Operation(summary = "Sends it back with a reason; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/rejection")
    ResponseEntity<RequirementResource> reject(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.reject(id, reason.reason(), version));
    }

    @Operation(summary = "Ends it: what is not ordered is not bought any more; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/closure")
    ResponseEntity<RequirementResource> close(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.close(id, version));
    }

    @Operation(summary = "Cancels it while nothing is ordered and no request asks for it; needs If-Match and a reason")
    @PostMapping("/api/v1/requirements/{id}/cancellation")
    ResponseEntity<RequirementResource> cancel(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.cancel(id, reason.reason(), version));
    }

    /** @param lines by number; absent: all @param regions cities or countries; absent: any @param approvedOnly only suppliers one has approved */
    record Wishes(@Nullable Set<String> lines, @Nullable List<String> regions, @Nullable Boolean approvedOnly) {}

    @Operation(summary = "For each line the ten best products and the suppliers, with the score split by factor and the reasons; at most 100 lines at a time")
    @PostMapping("/api/v1/requirements/{id}/matches")
    Listing<MatchResource> matches(@PathVariable UUID id, @RequestBody(required = false) @Nullable Wishes wishes) {
        int lines = visible.require(id).lines().size();
        Set<String> chosen = wishes == null || wishes.lines() == null ? Set.of() : wishes.lines();
        if ((chosen.isEmpty() ? lines : chosen.size()) > MOST_MATCHED) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", "lines", "code", "too-large")));
        }
        return new Listing<>(matching.of(id, new RequirementMatching.Wishes(chosen, wishes == null || wishes.regions() == null ? List.of() : wishes.regions(),
                wishes != null && Boolean.TRUE.equals(wishes.approvedOnly()))).orElseThrow(NotFound::new).stream().map(found -> MatchResource.of(found, words)).toList(), null);
    }

    record Choice(@Nullable UUID article) {}

    @Operation(summary = "Says which article of the catalogue a line means, or with null that none is meant; needs If-Match")
    @PutMapping("/api/v1/requirements/{id}/lines/{line}/article")
    ResponseEntity<RequirementResource> choose(
            @PathVariable UUID id, @PathVariable String line, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Choice choice) {
        int version = expected(id, ifMatch);
        return done(id, version, requirements.choose(id, line, choice.article(), version));
    }

    /** @param lines by number @param suppliers may be empty: chosen later, on the request @param zone absent: the deadline's offset */
    record Sourcing(@Nullable Set<String> lines, @Nullable List<UUID> suppliers, @Nullable OffsetDateTime deadline, @Nullable String zone) {}

    record Sourced(UUID rfq, Map<String, String> links) {}

    @Operation(summary = "Makes a draft of a request for quotation of its lines; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/rfq")
    ResponseEntity<Sourced> source(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Sourcing sourcing) {
        int version = expected(id, ifMatch);
        if (sourcing.deadline() == null) {
            throw RequirementRequest.invalid("deadline");
        }
        Requirements.Sourced made = requirements.source(id, new Requirements.Sourcing(sourcing.lines() == null ? Set.of() : sourcing.lines(),
                sourcing.suppliers() == null ? List.of() : sourcing.suppliers().stream().filter(Objects::nonNull).toList(), sourcing.deadline(),
                sourcing.zone() == null ? sourcing.deadline().getOffset().getId() : sourcing.zone()), version);
        require(id, version, made.result());
        UUID rfq = Objects.requireNonNull(made.rfq());
        return ResponseEntity.status(HttpStatus.CREATED).header(HttpHeaders.LOCATION, "/api/v1/rfqs/" + rfq)
                .body(new Sourced(rfq, Map.of("rfq", "/api/v1/rfqs/" + rfq, "requirement", "/api/v1/requirements/" + id)));
    }

    /** @param lines by number */
    record Ordering(@Nullable Set<String> lines) {}

    record Carted(Set<UUID> carts, Map<String, String> links) {}

    @Operation(summary = "Puts lines with a chosen article into the caller's carts, one for each supplier; needs If-Match")
    @PostMapping("/api/v1/requirements/{id}/carts")
    Carted order(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Ordering ordering) {
        int version = expected(id, ifMatch);
        Requirements.Carted made = requirements.order(id, ordering.lines() == null ? Set.of() : ordering.lines(), version);
        require(id, version, made.result());
        return new Carted(made.carts(), Map.of("requirement", "/api/v1/requirements/" + id, "carts", "/api/v1/carts?state=open"));
    }

    /** Of what the caller may see; the version is asked for first. */
    private int expected(UUID id, @Nullable String ifMatch) {
        visible.require(id);
        return Versions.expected(ifMatch);
    }

    private ResponseEntity<RequirementResource> done(UUID id, int version, CommandResult result) {
        require(id, version, result);
        return requirement(id);
    }

    private void require(UUID id, int version, CommandResult result) {
        if (result instanceof CommandResult.StaleVersion stale) {
            throw new Problem(HttpStatus.CONFLICT, "stale-version", "It has changed; it is now at version " + stale.actual() + ". See errors for what was done since.",
                    requirements.changesSince(id, version).stream().map(entry -> {
                        Map<String, String> change = new LinkedHashMap<>(Map.of("at", entry.at().toString(), "actor", entry.actor(), "event", entry.event()));
                        entry.details().forEach((name, value) -> {
                            if (!name.equals("as")) {
                                change.put(name, value);
                            }
                        });
                        return change;
                    }).toList());
        }
        Commands.require(result);
    }
}

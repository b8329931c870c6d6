package io.tradelane.portal.relation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.relation.Explanation;
import io.tradelane.trading.relation.Factor;
import io.tradelane.trading.relation.OwnSupplier;
import io.tradelane.trading.relation.OwnSuppliers;
import io.tradelane.trading.relation.Recommendations;
import io.tradelane.trading.relation.Recommended;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Suppliers, and recommendations to either side, in JSON. */
@ApiController
@Tag(name = "Suppliers and recommendations")
class RelationsApi {
    private final FoundSuppliers found;
    private final OwnSuppliers own;
    private final SupplierRelations relations;
    private final Recommendations recommendations;
    private final RelationWords words;

    RelationsApi(FoundSuppliers found, OwnSuppliers own, SupplierRelations relations, Recommendations recommendations, RelationWords words) {
        this.found = found;
        this.own = own;
        this.relations = relations;
        this.recommendations = recommendations;
        this.words = words;
    }

    /** @param factors each 0 to 100; null: nothing is known */
    record Company(
            UUID id, String name, @Nullable String nameLocal, @Nullable String region, int score, Map<Factor, @Nullable Integer> factors, List<Reason> reasons, boolean fresh) {}

    record Reason(String code, String en, String zh) {}

    private Listing<Company> told(List<Recommended> companies) {
        return new Listing<>(companies.stream().map(one -> new Company(one.id(), one.name(), one.nameLocal(), one.region(), one.score(), one.factors(),
                one.reasons().stream().map(why -> new Reason(why.code().name(), words.reason(why, Locale.ENGLISH), words.reason(why, Locale.SIMPLIFIED_CHINESE))).toList(), one.fresh())).toList(), null);
    }

    @Operation(summary = "Suppliers of what is looked for in the catalogue, ranked, with why; blocked ones are not among them")
    @GetMapping("/api/v1/suppliers")
    Listing<Company> suppliers(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID category, @RequestParam(required = false) @Nullable List<String> region) {
        return told(found.find(q, category, region == null ? List.of() : region).suppliers());
    }

    @Operation(summary = "One's own suppliers: standing, orders, spend, deliveries, contracts, and how messages fare")
    @GetMapping("/api/v1/own-suppliers")
    Listing<OwnSupplier> ownSuppliers() {
        return new Listing<>(own.list(), null);
    }

    /** @param reason needed to block */
    record Decision(@Nullable Standing standing, @Nullable String reason) {}

    @Operation(summary = "Approves a supplier, blocks it, or takes that back; needs If-Match with the version of the relation, \"0\" for the first time")
    @PutMapping("/api/v1/own-suppliers/{id}/standing")
    ResponseEntity<SupplierRelation> decide(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Decision decision) {
        int version = Versions.expected(ifMatch);
        if (decision.standing() == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", "standing", "code", "required")));
        }
        Commands.require(relations.decide(id, decision.standing(), decision.reason(), version));
        SupplierRelation stands = relations.of(id);
        return Versions.tagged(stands.version(), stands);
    }

    @Operation(summary = "At most ten suppliers that a buyer might trade with, with the factors and why; factors that are named count, without any all do")
    @GetMapping("/api/v1/recommendations/suppliers")
    Listing<Company> recommendedSuppliers(@RequestParam(required = false) @Nullable List<String> factor) {
        return told(recommendations.suppliers(factors(factor)));
    }

    /** @param place among all that were compared; null: it was not @param last the score of the last one that is recommended */
    record Why(Company company, Explanation.Verdict verdict, @Nullable Integer place, int last) {}

    @Operation(summary = "Why a supplier is recommended, or why not: BEHIND others, BLOCKED, or SELLS_NOTHING; factors as for the list")
    @GetMapping("/api/v1/recommendations/suppliers/{id}")
    Why why(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<String> factor) {
        Explanation why = NotFound.orElse404(recommendations.why(id, factors(factor)));
        return new Why(told(List.of(why.company())).items().getFirst(), why.verdict(), why.place(), why.last());
    }

    @Operation(summary = "At most ten buyers that a supplier might trade with; of what others buy, nothing is told but how many categories are in common")
    @GetMapping("/api/v1/recommendations/buyers")
    Listing<Company> recommendedBuyers(@RequestParam(required = false) @Nullable List<String> factor) {
        return told(recommendations.buyers(factors(factor)));
    }

    private static Set<Factor> factors(@Nullable List<String> words) {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        if (words != null) {
            words.stream().map(word -> Listing.filter(Factor.class, "factor", word)).filter(Objects::nonNull).forEach(factors::add);
        }
        return factors.isEmpty() ? EnumSet.allOf(Factor.class) : factors;
    }

    /** @param refused whether one's company is not to be recommended to others */
    record Refusal(boolean refused) {}

    @Operation(summary = "Whether one's company is recommended to others")
    @GetMapping("/api/v1/recommendations/refusal")
    Refusal refusal() {
        return new Refusal(recommendations.refused());
    }

    @Operation(summary = "Switches off, or on again, that one's company is recommended to others")
    @PutMapping("/api/v1/recommendations/refusal")
    Refusal refuse(@RequestBody Refusal refusal) {
        recommendations.refuse(refusal.refused());
        return refusal();
    }
}

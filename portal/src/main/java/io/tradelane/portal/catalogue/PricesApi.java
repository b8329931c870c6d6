package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.PriceChange;
import io.tradelane.trading.catalogue.PriceChanges;
import io.tradelane.trading.catalogue.PriceHistory;
import io.tradelane.trading.partner.Organisations;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Prices that change, in JSON. */
@ApiController
@Tag(name = "Articles")
class PricesApi {
    private final PriceChanges changes;
    private final PriceHistory history;
    private final ArticleListing listing;
    private final Organisations organisations;

    PricesApi(PriceChanges changes, PriceHistory history, ArticleListing listing, Organisations organisations) {
        this.changes = changes;
        this.history = history;
        this.listing = listing;
        this.organisations = organisations;
    }

    @Operation(summary = "What an article cost, costs and will cost from the first piece on: agreed with the caller, else of the list")
    @GetMapping("/api/v1/articles/{id}/price-history")
    Listing<PriceHistory.Stretch> history(@PathVariable UUID id) {
        NotFound.orElse404(listing.find(id));
        return new Listing<>(history.of(id), null);
    }

    @Operation(summary = "The caller's price changes that wait for a second person, or with waiting=false those that are decided; newest first")
    @GetMapping("/api/v1/price-changes")
    Listing<PriceChange> list(@RequestParam(defaultValue = "true") boolean waiting, @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        int size = Listing.size(limit);
        List<PriceChange> page = changes.list(PricePages.seller(organisations), waiting, cursor, size + 1);
        return page.size() > size ? new Listing<>(page.subList(0, size), page.get(size - 1).id().toString()) : new Listing<>(page, null);
    }

    /** @param reason needed to refuse */
    record Decision(boolean agree, @Nullable String reason) {}

    @Operation(summary = "The second person agrees, or refuses with a reason; 403 for whoever asked, and for a key")
    @PostMapping("/api/v1/price-changes/{id}/decision")
    void decide(@PathVariable UUID id, @RequestBody Decision decision) {
        Commands.require(ArticleAnswers.of(changes.decide(PricePages.seller(organisations), id, decision.agree(), decision.reason())));
    }

    /** @param percent from how large a move on a second person is needed */
    record Policy(@Nullable BigDecimal percent) {}

    @Operation(summary = "From how large a move of a price on a second person of the caller's company is needed, in percent")
    @GetMapping("/api/v1/price-policy")
    Policy policy() {
        return new Policy(changes.threshold(PricePages.seller(organisations)));
    }

    @Operation(summary = "Changes that threshold")
    @PutMapping("/api/v1/price-policy")
    Policy policy(@RequestBody Policy said) {
        Commands.require(ArticleAnswers.of(changes.threshold(PricePages.seller(organisations), said.percent())));
        return policy();
    }
}

package io.tradelane.portal.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Commands;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.api.Versions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticlePrices;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.ArticleSummary;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.catalogue.ListingFilter;
import io.tradelane.trading.catalogue.ListingPage;
import io.tradelane.trading.partner.Organisations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Articles in JSON. */
@ApiController
@Tag(name = "Articles")
class ArticlesApi {
    private static final int MOST_TO_REVIEW = 200;
    private final ArticleSearch search;
    private final ArticleListing listing;
    private final ArticlePrices prices;
    private final ArticleCounts stock;
    private final Categories categories;
    private final Organisations organisations;
    private final Clock clock;

    ArticlesApi(ArticleSearch search, ArticleListing listing, ArticlePrices prices, ArticleCounts stock, Categories categories, Organisations organisations, Clock clock) {
        this.search = search;
        this.listing = listing;
        this.prices = prices;
        this.stock = stock;
        this.categories = categories;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Operation(summary = "Search: q, category, supplier, region, stock, lead, currency, least, most, sort; a.CODE for values of an attribute, from.CODE and to.CODE for numbers, with or without a unit; "
            + "with what it can be narrowed by")
    @GetMapping("/api/v1/articles")
    FoundArticles find(@RequestParam MultiValueMap<String, String> parameters, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "25") int limit) {
        SearchAddress address = SearchAddress.of(parameters);
        UUID category = address.uuid("category");
        int size = Listing.size(limit);
        return search.find(address.query(ArticleSearchPage.currency(organisations), category == null ? null : categories.find(category).orElse(null)),
                (Math.clamp(page, 1, ArticleSearchPage.LAST_PAGE) - 1) * size, size);
    }

    @Operation(summary = "One article, with the prices of whoever asks; for its supplier with what waits for the operator")
    @GetMapping("/api/v1/articles/{id}")
    ResponseEntity<ArticleView> article(@PathVariable UUID id) {
        ArticleView article = NotFound.orElse404(listing.find(id));
        return Versions.tagged(article.version(), article);
    }

    @Operation(summary = "The caller's own articles, newest first")
    @GetMapping("/api/v1/own-articles")
    Listing<ArticleSummary> own(@RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ListingPage page = listing.list(ArticleActions.supplier(), new ListingFilter(Objects.requireNonNullElse(Listing.filter(ListingFilter.Tab.class, "tab", tab), ListingFilter.Tab.ALL),
                q.isBlank() ? null : q.strip(), cursor, Listing.size(limit)));
        return new Listing<>(page.articles(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "A new draft")
    @PostMapping("/api/v1/articles")
    ResponseEntity<ArticleView> create(@RequestBody ArticleRequest request) {
        UUID id = done(listing.create(ArticleActions.supplier(), request.form()));
        ResponseEntity<ArticleView> read = article(id);
        return ResponseEntity.status(HttpStatus.CREATED).headers(read.getHeaders()).header(HttpHeaders.LOCATION, "/api/v1/articles/" + id).body(read.getBody());
    }

    @Operation(summary = "Writes it anew; of a listed one, what buyers rely on waits for the operator. Needs If-Match")
    @PutMapping("/api/v1/articles/{id}")
    ResponseEntity<ArticleView> write(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody ArticleRequest request) {
        return article(done(listing.write(ArticleActions.supplier(), id, request.form(), Versions.expected(ifMatch))));
    }

    @Operation(summary = "Gives it to the operator to look at; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/submission")
    ResponseEntity<ArticleView> submit(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return article(done(listing.submit(ArticleActions.supplier(), id, Versions.expected(ifMatch))));
    }

    /** @param from absent: now @param until absent: until it is taken out */
    record Period(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {}

    @Operation(summary = "Shows it in the shop, now or for a time to come; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/listing")
    ResponseEntity<ArticleView> list(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody(required = false) @Nullable Period period) {
        return article(done(listing.list(ArticleActions.supplier(), id, period == null || period.from() == null ? null : period.from().toInstant(),
                period == null || period.until() == null ? null : period.until().toInstant(), Versions.expected(ifMatch))));
    }

    @Operation(summary = "Takes it out of the shop; needs If-Match")
    @DeleteMapping("/api/v1/articles/{id}/listing")
    ResponseEntity<ArticleView> unlist(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return article(done(listing.unlist(ArticleActions.supplier(), id, Versions.expected(ifMatch))));
    }

    @Operation(summary = "Says that it is not sold any more; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/discontinuation")
    ResponseEntity<ArticleView> discontinue(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return article(done(listing.discontinue(ArticleActions.supplier(), id, Versions.expected(ifMatch))));
    }

    /** @param buyer with whom they are agreed; absent: of the list @param from absent: today */
    record Prices(@Nullable UUID buyer, @Nullable String currency, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable List<ArticlePrices.Tier> tiers) {}

    @Operation(summary = "Prices by quantity from a day on, of the list or agreed with one buyer, in place of what would count then; 202 when a move above the threshold waits for a second person")
    @PutMapping("/api/v1/articles/{id}/prices")
    ResponseEntity<ArticleView> price(@PathVariable UUID id, @RequestBody Prices said) {
        List<ArticlePrices.Tier> tiers = said.tiers() == null ? List.of() : said.tiers();
        if (tiers.stream().anyMatch(tier -> tier == null || tier.amount() == null)) {
            throw ArticleRequest.invalid("tiers");
        }
        ArticleResult result = prices.set(ArticleActions.supplier(), id, new ArticlePrices.NewPrices(said.buyer(), Objects.requireNonNullElse(said.currency(), ""),
                said.from() == null ? LocalDate.now(clock) : said.from(), said.until(),
                tiers.stream().map(tier -> tier.from() == null ? new ArticlePrices.Tier(BigDecimal.ZERO, tier.amount()) : tier).toList()));
        if (result instanceof ArticleResult.Waiting) {
            ResponseEntity<ArticleView> read = article(id);
            return ResponseEntity.status(HttpStatus.ACCEPTED).headers(read.getHeaders()).body(read.getBody());
        }
        return article(done(result));
    }

    /** @param alertBelow when the supplier is told @param alertUntil until there is as much again */
    record Stock(@Nullable BigDecimal quantity, @Nullable BigDecimal alertBelow, @Nullable BigDecimal alertUntil) {}

    @Operation(summary = "How much is there, and below which quantity the supplier is told; needs If-Match")
    @PutMapping("/api/v1/articles/{id}/stock")
    ResponseEntity<ArticleView> stock(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Stock said) {
        if (said.quantity() != null && said.quantity().signum() < 0 || said.alertBelow() != null && said.alertBelow().signum() < 0) {
            throw ArticleRequest.invalid("quantity");
        }
        UUID supplier = ArticleActions.supplier();
        ArticleView article = NotFound.orElse404(listing.find(id).filter(found -> found.supplier().equals(supplier)));
        done(listing.alert(supplier, id, said.alertBelow(), said.alertUntil(), Versions.expected(ifMatch)));
        if (said.quantity() != null) {
            stock.set(supplier, List.of(new ArticleStock.Level(article.form().number(), said.quantity(), clock.instant())));
        }
        return article(id);
    }

    @Operation(summary = "What waits for the operator, longest first")
    @GetMapping("/api/v1/article-reviews")
    Listing<ArticleSummary> reviews() {
        return new Listing<>(listing.toReview(MOST_TO_REVIEW), null);
    }

    @Operation(summary = "The operator agrees to an article, or to the change of a listed one; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/approval")
    ResponseEntity<ArticleView> approve(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return article(done(listing.approve(id, Versions.expected(ifMatch))));
    }

    /** @param reasons by field of the article; "" for the whole */
    record Denial(@Nullable Map<String, String> reasons) {}

    @Operation(summary = "The operator says what is wrong; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/denial")
    ResponseEntity<ArticleView> deny(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Denial denial) {
        Map<String, String> reasons = denial.reasons() == null ? Map.of() : denial.reasons();
        if (reasons.values().stream().anyMatch(Objects::isNull)) {
            throw ArticleRequest.invalid("reasons");
        }
        return article(done(listing.deny(id, reasons, Versions.expected(ifMatch))));
    }

    record Reason(@Nullable String reason) {}

    @Operation(summary = "The operator takes a listed article out of the shop; needs If-Match and a reason")
    @PostMapping("/api/v1/articles/{id}/suspension")
    ResponseEntity<ArticleView> suspend(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @RequestBody Reason reason) {
        return article(done(listing.suspend(id, Objects.requireNonNullElse(reason.reason(), ""), Versions.expected(ifMatch))));
    }

    @Operation(summary = "The operator puts it back; needs If-Match")
    @PostMapping("/api/v1/articles/{id}/reinstatement")
    ResponseEntity<ArticleView> reinstate(@PathVariable UUID id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return article(done(listing.reinstate(id, Versions.expected(ifMatch))));
    }

    /** @throws Problem unless it took effect */
    private static UUID done(ArticleResult result) {
        Commands.require(ArticleAnswers.of(result));
        return ((ArticleResult.Done) result).id();
    }
}

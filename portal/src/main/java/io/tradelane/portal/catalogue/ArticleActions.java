package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticlePrices;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.ArticleView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to an article from its page: by its supplier, and by the operator. */
@Page
class ArticleActions {
    private static final int MOST_TIERS = 20;
    private final ArticleListing listing;
    private final ArticlePrices prices;
    private final ArticleCounts stock;
    private final Outcomes outcomes;
    private final Words words;
    private final Formats formats;
    private final Clock clock;

    ArticleActions(ArticleListing listing, ArticlePrices prices, ArticleCounts stock, Outcomes outcomes, Words words, Formats formats, Clock clock) {
        this.listing = listing;
        this.prices = prices;
        this.stock = stock;
        this.outcomes = outcomes;
        this.words = words;
        this.formats = formats;
        this.clock = clock;
    }

    @PostMapping("/articles/{id}/submission")
    String submit(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        ArticleResult result = listing.submit(supplier(), id, number(version));
        if (result instanceof ArticleResult.Invalid missing) {
            Toast.bad(next, words.text("article.submit.missing", missing.problems().stream().map(problem -> field(problem.field())).distinct()
                    .collect(java.util.stream.Collectors.joining(", "))));
            return "redirect:/articles/" + id;
        }
        return told(id, result, "article.submitted", next);
    }

    private String field(String field) {
        return field.startsWith("attributes.") ? field.substring("attributes.".length()) : words.textOr("article." + field, field);
    }

    @PostMapping("/articles/{id}/listing")
    String list(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        OffsetDateTime from = form.moment("from", formats.zone());
        OffsetDateTime until = form.moment("until", formats.zone());
        if (!problems.isEmpty()) {
            Toast.bad(next, words.text("problem.date"));
            return "redirect:/articles/" + id;
        }
        return told(id, listing.list(supplier(), id, from == null ? null : from.toInstant(), until == null ? null : until.toInstant(), version(typed)), "article.listed", next);
    }

    @PostMapping("/articles/{id}/unlisting")
    String unlist(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        return told(id, listing.unlist(supplier(), id, number(version)), "article.unlisted", next);
    }

    @PostMapping("/articles/{id}/discontinuation")
    String discontinue(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        return told(id, listing.discontinue(supplier(), id, number(version)), "article.discontinued", next);
    }

    @PostMapping("/articles/{id}/prices")
    String price(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        List<ArticlePrices.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < MOST_TIERS; i++) {
            BigDecimal from = form.number("from-" + i);
            BigDecimal amount = form.number("amount-" + i);
            if (amount != null) {
                tiers.add(new ArticlePrices.Tier(from == null ? BigDecimal.ZERO : from, amount));
            }
        }
        LocalDate first = form.date("validFrom");
        LocalDate last = form.date("validUntil");
        String buyer = typed.getOrDefault("buyer", "");
        if (!problems.isEmpty() || !buyer.isEmpty() && !buyer.matches("[0-9a-fA-F-]{36}")) {
            Toast.bad(next, problems.isEmpty() ? words.text("problem.unknown") : problems.texts().values().iterator().next());
            return "redirect:/articles/" + id;
        }
        ArticleResult result = prices.set(supplier(), id, new ArticlePrices.NewPrices(buyer.isEmpty() ? null : UUID.fromString(buyer),
                typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT), first == null ? LocalDate.now(clock) : first, last, tiers));
        return told(id, result, result instanceof ArticleResult.Waiting ? "article.price.waits" : "article.priced", next);
    }

    /** How much is there, and when to tell that it is too little. */
    @PostMapping("/articles/{id}/stock")
    String stock(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        UUID supplier = supplier();
        ArticleView article = NotFound.orElse404(listing.find(id).filter(found -> found.supplier().equals(supplier)));
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        BigDecimal quantity = form.number("stock");
        BigDecimal below = form.number("alertBelow");
        BigDecimal until = form.number("alertUntil");
        if (!problems.isEmpty()) {
            Toast.bad(next, words.text("problem.number"));
            return "redirect:/articles/" + id;
        }
        ArticleResult result = listing.alert(supplier, id, below, until, version(typed));
        if (result instanceof ArticleResult.Done && quantity != null) {
            stock.set(supplier, List.of(new ArticleStock.Level(article.form().number(), quantity, clock.instant())));
        }
        return told(id, result, "article.stocked", next);
    }

    @PostMapping("/articles/{id}/approval")
    String approve(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(listing.approve(id, number(version))), "article.approved", next);
        return "redirect:/articles/review";
    }

    /** Reasons are in fields {@code reason-nameEn} …, that of the whole in {@code reason}. */
    @PostMapping("/articles/{id}/denial")
    String deny(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Map<String, String> reasons = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.equals("reason") || name.startsWith("reason-")) {
                reasons.put(name.equals("reason") ? "" : name.substring("reason-".length()), value);
            }
        });
        ArticleResult result = listing.deny(id, reasons, version(typed));
        outcomes.tell(ArticleAnswers.of(result), "article.denied", next);
        return result instanceof ArticleResult.Done ? "redirect:/articles/review" : "redirect:/articles/" + id;
    }

    @PostMapping("/articles/{id}/suspension")
    String suspend(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return told(id, listing.suspend(id, reason, number(version)), "article.suspended", next);
    }

    @PostMapping("/articles/{id}/reinstatement")
    String reinstate(@PathVariable UUID id, @RequestParam(defaultValue = "0") String version, RedirectAttributes next) {
        return told(id, listing.reinstate(id, number(version)), "article.reinstated", next);
    }

    private String told(UUID id, ArticleResult result, String done, RedirectAttributes next) {
        outcomes.tell(ArticleAnswers.of(result), done, next);
        return "redirect:/articles/" + id;
    }

    static UUID supplier() {
        return Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
    }

    static int version(Map<String, String> typed) {
        return number(typed.getOrDefault("version", ""));
    }

    private static int number(String version) {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}

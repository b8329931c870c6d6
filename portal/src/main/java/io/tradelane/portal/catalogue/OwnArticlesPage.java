package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.ListingFilter;
import io.tradelane.trading.catalogue.ListingPage;
import io.tradelane.trading.catalogue.PriceChanges;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier's own articles; several at once are submitted, listed and unlisted. What waits for the operator is the operator's list. */
@Page
class OwnArticlesPage {
    private static final int SIZE = 25;
    private static final int MOST_TO_REVIEW = 200;
    private final ArticleListing listing;
    private final PriceChanges prices;
    private final Words words;

    OwnArticlesPage(ArticleListing listing, PriceChanges prices, Words words) {
        this.prices = prices;
        this.listing = listing;
        this.words = words;
    }

    @GetMapping("/articles/own")
    String list(@RequestParam(defaultValue = "") String tab, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable UUID before, Model model) {
        ListingFilter.Tab chosen = Constants.of(ListingFilter.Tab.class, tab).orElse(ListingFilter.Tab.ALL);
        String text = q.strip();
        ListingPage page = listing.list(ArticleActions.supplier(), new ListingFilter(chosen, text.isEmpty() ? null : text, before, SIZE));
        Address here = Address.of("/articles/own").with("tab", Constants.word(chosen)).with("q", text);
        model.addAttribute("page", page);
        model.addAttribute("tabs", ListingFilter.Tab.values());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("pricesWaiting", prices.waiting(ArticleActions.supplier()));
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        return "catalogue/own";
    }

    private enum Bulk {
        SUBMIT,
        LIST,
        UNLIST
    }

    @PostMapping("/articles/own")
    String all(@RequestParam(required = false) @Nullable List<UUID> id, @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String tab, RedirectAttributes next) {
        Optional<Bulk> bulk = Constants.of(Bulk.class, action);
        List<UUID> chosen = id == null ? List.of() : id.stream().distinct().limit(SIZE).toList();
        long done = bulk.map(one -> chosen.stream().filter(article -> apply(one, article)).count()).orElse(0L);
        String told = words.text("articles.bulk.done", done, chosen.size());
        if (done == chosen.size() && done > 0) {
            Toast.ok(next, told);
        } else {
            Toast.bad(next, chosen.isEmpty() ? words.text("articles.bulk.none") : told);
        }
        return "redirect:" + Address.of("/articles/own").with("tab", Constants.of(ListingFilter.Tab.class, tab).map(Constants::word).orElse(""));
    }

    private boolean apply(Bulk bulk, UUID id) {
        UUID supplier = ArticleActions.supplier();
        int version = listing.find(id).map(ArticleView::version).orElse(0);
        return switch (bulk) {
            case SUBMIT -> listing.submit(supplier, id, version);
            case LIST -> listing.list(supplier, id, null, null, version);
            case UNLIST -> listing.unlist(supplier, id, version);
        } instanceof ArticleResult.Done;
    }

    @GetMapping("/articles/review")
    String review(Model model) {
        model.addAttribute("articles", listing.toReview(MOST_TO_REVIEW));
        model.addAttribute("waiting", listing.waiting());
        return "catalogue/review";
    }
}

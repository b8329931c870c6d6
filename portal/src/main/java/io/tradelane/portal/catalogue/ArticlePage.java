package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleMedia;
import io.tradelane.trading.catalogue.ArticleQuality;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.ListingState;
import io.tradelane.trading.catalogue.ListingState.Event;
import io.tradelane.trading.catalogue.PriceHistory;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An article: to a buyer with its own price, to its supplier with all that can be done, to the operator with what there is to decide. */
@Page
class ArticlePage {
    private final ArticleListing listing;
    private final ArticleMedia media;
    private final Categories categories;
    private final Organisations organisations;
    private final Timeline timeline;
    private final PriceHistory history;
    private final ArticleQuality quality;
    private final Clock clock;

    ArticlePage(ArticleListing listing, ArticleMedia media, Categories categories, Organisations organisations, Timeline timeline, PriceHistory history, ArticleQuality quality, Clock clock) {
        this.quality = quality;
        this.history = history;
        this.clock = clock;
        this.listing = listing;
        this.media = media;
        this.categories = categories;
        this.organisations = organisations;
        this.timeline = timeline;
    }

    /** What the caller may do now. */
    record Actions(boolean own, boolean edit, boolean submit, boolean list, boolean unlist, boolean discontinue, boolean stock, boolean decide, boolean suspend, boolean reinstate) {

        static Actions of(ArticleView article, Caller caller) {
            boolean own = caller.isSelf(article.supplier());
            boolean write = own && caller.may(Permission.ARTICLE_WRITE);
            boolean review = caller.may(Permission.ARTICLE_REVIEW);
            ListingState state = article.listing();
            boolean revised = article.own() != null && article.own().revision() != null;
            return new Actions(own, write && state.after(Event.EDIT).isPresent(), write && state.after(Event.SUBMIT).isPresent(), write && state.after(Event.LIST).isPresent(),
                    write && state.after(Event.UNLIST).isPresent(), write && state.after(Event.DISCONTINUE).isPresent(), own && caller.may(Permission.STOCK_WRITE),
                    review && (state == ListingState.IN_REVIEW || revised), review && state.after(Event.SUSPEND).isPresent(), review && state.after(Event.REINSTATE).isPresent());
        }
    }

    @GetMapping("/articles/{id}")
    String show(@PathVariable UUID id, Model model) {
        ArticleView article = NotFound.orElse404(listing.find(id));
        Actions actions = Actions.of(article, Caller.current());
        Map<UUID, Category> tree = categories.tree();
        Category category = category(article.form().category(), tree);
        model.addAttribute("article", article);
        model.addAttribute("actions", actions);
        model.addAttribute("category", category);
        model.addAttribute("path", category == null ? List.of() : category.ancestors().stream().map(tree::get).toList());
        model.addAttribute("media", media.of(id));
        List<PriceHistory.Stretch> past = history.of(id);
        model.addAttribute("history", past);
        model.addAttribute("staleSince", quality.staleSince(article.supplier(), article.stockAsOf()));
        model.addAttribute("chart", PriceChart.of(past, LocalDate.now(clock)));
        if (article.own() != null) {
            model.addAttribute("quality", quality.of(id).orElse(null));
            model.addAttribute("revisedCategory", article.own().revision() == null ? null : category(article.own().revision().category(), tree));
            model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(ArticleListing.ENTITY, id))));
            model.addAttribute("buyers", buyers());
        }
        return "catalogue/article";
    }

    private static @Nullable Category category(@Nullable UUID id, Map<UUID, Category> tree) {
        return id == null ? null : tree.get(id);
    }

    /** By id, to agree a price with, and to name those of prices that are. */
    private Map<UUID, Organisation> buyers() {
        Map<UUID, Organisation> buyers = new LinkedHashMap<>();
        organisations.list().stream().filter(one -> one.kind() == Kind.BUYER || one.kind() == Kind.BOTH).forEach(one -> buyers.put(one.id(), one));
        return buyers;
    }
}

package io.tradelane.portal.catalogue;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.SearchSubscriptions;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The searches of articles that the caller keeps. */
@Component
class KeptArticleSearches {
    private static final int LONGEST_NAME = 60;
    private final SavedSearches saved;
    private final SearchSubscriptions subscriptions;
    private final Categories categories;
    private final Organisations organisations;
    private final PublicAddress publicAddress;

    KeptArticleSearches(SavedSearches saved, SearchSubscriptions subscriptions, Categories categories, Organisations organisations, PublicAddress publicAddress) {
        this.saved = saved;
        this.subscriptions = subscriptions;
        this.categories = categories;
        this.organisations = organisations;
        this.publicAddress = publicAddress;
    }

    /** @param subscribed whether the caller gets new matches by mail */
    record Kept(UUID id, String name, boolean shared, String address, boolean subscribed) {}

    List<Kept> list() {
        UUID organisation = Caller.current().organisation();
        if (organisation == null) {
            return List.of();
        }
        Set<UUID> subscribed = subscriptions.subscribed();
        return saved.list(organisation, SavedSearch.Subject.ARTICLE).stream()
                .map(one -> new Kept(one.id(), one.name(), one.shared(), address(one).toString(), subscribed.contains(one.id()))).toList();
    }

    static boolean right(String name, SearchAddress address) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME && !address.blank();
    }

    /** @return empty when there are fifty already */
    Optional<UUID> save(String name, boolean shared, SearchAddress address) {
        Optional<UUID> id = Optional.ofNullable(saved.save(ArticleActions.supplier(), SavedSearch.Subject.ARTICLE, name.strip(), shared, Map.of("address", address.query())));
        id.ifPresent(subscriptions::end);
        return id;
    }

    boolean remove(UUID id) {
        UUID organisation = Caller.current().organisation();
        return organisation != null && saved.remove(organisation, id);
    }

    CommandResult subscribe(UUID id) {
        UUID organisation = ArticleActions.supplier();
        SavedSearch search = saved.list(organisation, SavedSearch.Subject.ARTICLE).stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (search == null) {
            return new CommandResult.NotFound();
        }
        SearchAddress address = address(search);
        UUID category = address.uuid("category");
        ArticleResult result = subscriptions.subscribe(organisation, id,
                address.query(ArticleSearchPage.currency(organisations), category == null ? null : categories.find(category).orElse(null)), publicAddress.of("/articles") + "?" + address.query());
        return ArticleAnswers.of(result);
    }

    boolean unsubscribe(UUID id) {
        return subscriptions.unsubscribe(id);
    }

    private static SearchAddress address(SavedSearch search) {
        return SearchAddress.parse(search.query().getOrDefault("address", ""));
    }
}

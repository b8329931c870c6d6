package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.exchange.SavedSearch;
import io.tradelane.trading.exchange.SavedSearches;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchSubscriptionsTest extends TestDatabase {
    private static UUID category;
    @Autowired SearchSubscriptions subscriptions;
    @Autowired SavedSearches saved;
    @Autowired ArticleListing listing;
    @Autowired ArticlePrices prices;
    @Autowired Categories categories;
    @Autowired Notices notices;
    @Autowired Users users;
    private UUID supplier;
    private UUID buyer;
    private User person;
    private Actor actor;
    private String word;

    @BeforeEach
    void somebodyWhoLooks() {
        supplier = organisation("Watched supplier", Kind.SUPPLIER);
        buyer = organisation("Watching buyer", Kind.BUYER);
        word = "Watchword" + unique("").chars().mapToObj(digit -> String.valueOf((char) ('a' + digit - '0'))).collect(Collectors.joining());
        UUID id = hub(() -> users.create(unique("watch") + "@example.com", "Watcher", Locale.ENGLISH, "x", List.of(new User.Membership(buyer, Role.BUYER_STAFF))));
        person = hub(() -> users.find(id)).orElseThrow();
        actor = Actor.person(buyer, id, "Watcher");
        if (category == null) {
            category = hub(() -> categories.create(new Categories.NewCategory(null, unique("watched"), "关注", "Watched", List.of()))).orElseThrow();
        }
    }

    private UUID listed(String number) {
        UUID article = ((Done) in(person(supplier), () -> listing.create(supplier,
                new ArticleForm(number, null, null, word + " thing", category, null, null, null, null, null, "PCE", null, null, null, 5, Map.of(), null)))).id();
        in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now(), null, List.of(new ArticlePrices.Tier(BigDecimal.ONE, BigDecimal.TEN)))));
        in(person(supplier), () -> listing.submit(supplier, article, 1));
        in(operator(), () -> listing.approve(article, 2));
        assertThat(in(person(supplier), () -> listing.list(supplier, article, null, null, 3))).isInstanceOf(Done.class);
        return article;
    }

    private UUID search() {
        return in(actor, () -> saved.save(buyer, SavedSearch.Subject.ARTICLE, word, false, Map.of("address", "q=" + word)));
    }

    private ArticleResult subscribe(UUID search) {
        return in(actor, () -> subscriptions.subscribe(buyer, search, ArticleQuery.of(word, "EUR"), "https://hub.example/articles?q=" + word));
    }

    private List<String> letters() {
        superuser().sql("update article_subscription set looked_at = now() - interval '1 hour'").update();
        int written = 1;
        while (written > 0) {
            written = hub(subscriptions::look);
        }
        return hub(() -> notices.list(null, null, 200).items().stream().filter(notice -> notice.kind() == Notice.Kind.LETTER && notice.target().equals(person.email())).map(notices::text).toList());
    }

    @Test
    void aPersonIsToldOfEachNewMatchOnce() {
        listed(unique("S-"));
        UUID search = search();
        assertThat(subscribe(search)).isEqualTo(new Done(search, 1));
        assertThat(subscribe(search)).as("a second time").isEqualTo(new Done(search, 1));
        assertThat(in(actor, () -> subscriptions.subscribed())).containsExactly(search);
        assertThat(letters()).as("what was there").isEmpty();
        String number = unique("S-");
        UUID article = listed(number);
        assertThat(letters()).singleElement().asString().contains(number, "https://hub.example/articles?q=" + word);
        assertThat(letters()).hasSize(1);
        in(person(supplier), () -> listing.unlist(supplier, article, 4));
        letters();
        in(person(supplier), () -> listing.list(supplier, article, null, null, 5));
        assertThat(letters()).as("there again, but told").hasSize(1);
    }

    @Test
    void whoUnsubscribesGetsNoMore() {
        UUID search = search();
        subscribe(search);
        assertThat(in(actor, () -> subscriptions.unsubscribe(search))).isTrue();
        assertThat(in(actor, () -> subscriptions.unsubscribe(search))).isFalse();
        listed(unique("S-"));
        assertThat(letters()).isEmpty();
    }

    @Test
    void whatIsForgottenOrWhoeverLeftIsNotToldOf() {
        UUID search = search();
        subscribe(search);
        superuser().sql("delete from membership where user_id = :user").param("user", person.id()).update();
        listed(unique("S-"));
        assertThat(letters()).isEmpty();
        assertThat(in(actor, () -> subscriptions.subscribed())).isEmpty();
        assertThat(in(actor, () -> saved.remove(buyer, search))).isTrue();
    }

    @Test
    void onlyAPersonSubscribesAndOnlyToWhatSheKeeps() {
        UUID search = search();
        assertThat(in(Actor.apiClient(buyer, "erp"), () -> subscriptions.subscribe(buyer, search, ArticleQuery.of(word, "EUR"), "x"))).isEqualTo(ArticleResult.invalid("subscription", "person"));
        assertThat(in(person(buyer), () -> subscriptions.subscribe(buyer, search, ArticleQuery.of(word, "EUR"), "x"))).isInstanceOf(ArticleResult.NotFound.class);
        UUID other = organisation("Other", Kind.BUYER);
        assertThat(in(person(other), () -> subscriptions.subscribe(other, search, ArticleQuery.of(word, "EUR"), "x"))).isInstanceOf(ArticleResult.NotFound.class);
    }

    @Test
    void aSearchThatFindsTooMuchIsRefused() {
        UUID search = search();
        superuser().sql("""
                        with made as (insert into article (id, supplier_org_id, number, name_en, unit, listing, listed)
                            select gen_random_uuid(), :supplier, 'WIDE-' || n, 'Wide', 'PCE', 'LISTED', tstzrange(now() - interval '1 day', null) from generate_series(1, 501) n returning id, supplier_org_id, listed)
                        insert into article_index (article_id, supplier_org_id, categories, tokens, shown, facets, numbers)
                        select id, supplier_org_id, '{}', to_tsvector('simple', lower(:word)), listed, '{}', '{}' from made
                        """).param("supplier", supplier).param("word", word).update();
        assertThat(subscribe(search)).isEqualTo(ArticleResult.invalid("subscription", "too-wide"));
    }
}

package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved searches by mail: a person is told of what a search finds and had not found before, of each article once. */
@Service
@Transactional
public class SearchSubscriptions {
    /** A search that finds more is too wide to be told of. */
    public static final int MOST_MATCHES = 500;

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 20;
    private static final int MOST_NAMED = 20;
    private static final int MOST = 20;
    private final JdbcClient jdbc;
    private final ArticleSearch search;
    private final Users users;
    private final Notices notices;
    private final Clock clock;

    SearchSubscriptions(JdbcClient jdbc, ArticleSearch search, Users users, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.users = users;
        this.notices = notices;
        this.clock = clock;
    }

    /** Which saved searches the actor has subscribed to. */
    @Transactional(readOnly = true)
    public Set<UUID> subscribed() {
        UUID user = Tenancy.current().user();
        return user == null ? Set.of() : new HashSet<>(jdbc.sql("select search_id from article_subscription where user_id = :user").param("user", user).query(UUID.class).list());
    }

    /**
     * What is found now is not told of. A second time is the same.
     *
     * @param saved a search that the actor keeps, or that is shared in her organisation
     * @param link to the page that shows it, with scheme and host
     * @return {@code Invalid} with {@code person} for a machine, {@code too-wide}, or {@code too-many-subscriptions}
     */
    public ArticleResult subscribe(UUID organisation, UUID saved, ArticleQuery query, String link) {
        UUID user = Tenancy.current().user();
        if (user == null) {
            return ArticleResult.invalid("subscription", "person");
        }
        boolean there = jdbc.sql("""
                        select exists (select 1 from saved_search where id = :id and organisation_id = :organisation and subject = 'ARTICLE' and (user_id is null or user_id = :user))
                        """).param("id", saved).param("organisation", organisation).param("user", user).query(Boolean.class).single();
        if (!there) {
            return new ArticleResult.NotFound();
        }
        Set<UUID> others = subscribed();
        if (others.contains(saved)) {
            return new Done(saved, 1);
        }
        if (others.size() >= MOST) {
            return ArticleResult.invalid("subscription", "too-many-subscriptions");
        }
        FoundArticles found = search.find(query, 0, MOST_MATCHES);
        if (found.more() || found.meant() == FoundArticles.Meant.ALL && found.total() > MOST_MATCHES) {
            return ArticleResult.invalid("subscription", "too-wide");
        }
        UUID id = Ids.next();
        int added = jdbc.sql("""
                        insert into article_subscription (id, organisation_id, user_id, search_id, query, link, created_at, looked_at)
                        values (:id, :organisation, :user, :search, cast(:query as jsonb), :link, :now, :now) on conflict do nothing
                        """)
                .param("id", id).param("organisation", organisation).param("user", user).param("search", saved).param("query", ArticleRows.JSON.writeValueAsString(query))
                .param("link", link).param("now", SqlValues.at(clock.instant())).update();
        if (added == 1) {
            remember(id, matches(found));
        }
        return new Done(saved, 1);
    }

    /** @return whether the actor had subscribed to it */
    public boolean unsubscribe(UUID saved) {
        return jdbc.sql("delete from article_subscription where search_id = :search and user_id = cast(:user as uuid)").param("search", saved).param("user", Tenancy.current().user()).update() == 1;
    }

    /** A search that looks for something else now has no subscribers. */
    public void end(UUID saved) {
        jdbc.sql("delete from article_subscription where search_id = :search").param("search", saved).update();
    }

    private record Due(UUID id, UUID organisation, UUID user, String name, ArticleQuery query, String link) {}

    /** Looks again for those that have waited longest, and writes a letter for each that finds something new. Under scope HUB. @return how many letters */
    public int look() {
        List<Due> due = jdbc.sql("""
                        select s.id, s.organisation_id, s.user_id, k.name, s.query, s.link from article_subscription s join saved_search k on k.id = s.search_id
                         where s.looked_at <= :before order by s.looked_at limit :batch for update of s skip locked
                        """)
                .param("before", SqlValues.at(clock.instant().minus(PAUSE))).param("batch", BATCH)
                .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getString(4),
                        ArticleRows.JSON.readValue(row.getString(5), ArticleQuery.class), row.getString(6)))
                .list();
        int letters = 0;
        for (Due one : due) {
            User person = users.find(one.user()).filter(User::enabled).filter(user -> user.memberships().stream().anyMatch(place -> place.organisation().equals(one.organisation()))).orElse(null);
            if (person == null) {
                jdbc.sql("delete from article_subscription where id = :id").param("id", one.id()).update();
            } else {
                jdbc.sql("update article_subscription set looked_at = :now where id = :id").param("now", SqlValues.at(clock.instant())).param("id", one.id()).update();
                letters += look(one, person) ? 1 : 0;
            }
        }
        return letters;
    }

    /** With the eyes of the person. */
    private boolean look(Due due, User person) {
        Map<UUID, ArticleSummary> found = Tenancy.call(Actor.person(due.organisation(), person.id(), person.displayName()), () -> matches(search.find(due.query(), 0, MOST_MATCHES)));
        List<UUID> fresh = remember(due.id(), found);
        if (fresh.isEmpty()) {
            return false;
        }
        boolean chinese = person.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        String named = fresh.stream().limit(MOST_NAMED).map(found::get).map(article -> article.number() + " " + article.name(chinese)).collect(Collectors.joining("; "));
        notices.letter(null, person.email(), "SEARCH_MATCH", Map.of("name", due.name(), "count", String.valueOf(fresh.size()), "list", fresh.size() > MOST_NAMED ? named + "; …" : named),
                due.link(), person.locale());
        return true;
    }

    /** What has all that is asked for; what is only spelled alike is none. */
    private static Map<UUID, ArticleSummary> matches(FoundArticles found) {
        return found.meant() != FoundArticles.Meant.ALL ? Map.of() : found.articles().stream().collect(Collectors.toMap(ArticleSummary::id, article -> article));
    }

    /** @return those that are new */
    private List<UUID> remember(UUID subscription, Map<UUID, ArticleSummary> found) {
        return found.isEmpty() ? List.of() : jdbc.sql("""
                        insert into article_subscription_match (subscription_id, article_id) select :id, unnest(cast(:articles as uuid[])) on conflict do nothing returning article_id
                        """)
                .param("id", subscription).param("articles", found.keySet().stream().map(UUID::toString).toArray(String[]::new)).query(UUID.class).list();
    }
}

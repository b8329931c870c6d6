package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what rows of a file say, by the rules of a person who does it one by one. */
@Component
class UploadApplication {
    private final ListingRepository articles;
    private final CatalogueRepository prices;
    private final PriceChanges changes;
    private final ArticleCounts stock;
    private final ArticleIndex index;
    private final Journal journal;
    private final Clock clock;

    UploadApplication(ListingRepository articles, CatalogueRepository prices, PriceChanges changes, ArticleCounts stock, ArticleIndex index, Journal journal, Clock clock) {
        this.articles = articles;
        this.prices = prices;
        this.changes = changes;
        this.stock = stock;
        this.index = index;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return by the number of the row, why it was not done: the article is not what it was when the file was read */
    Map<Integer, String> apply(UUID supplier, List<ArticleUploadRepository.Said> rows) {
        Map<Integer, UploadRow.Read> read = new LinkedHashMap<>();
        rows.forEach(row -> read.put(row.number(), ArticleRows.JSON.readValue(row.said(), UploadRow.Read.class)));
        Map<String, ListingRepository.Standing> standing = articles.lock(supplier, read.values().stream().map(one -> form(one).number()).toList());
        Map<Integer, String> failed = new LinkedHashMap<>();
        List<UUID> changed = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<CatalogueRepository.Priced> priced = new ArrayList<>();
        List<ArticleStock.Level> levels = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        read.forEach((row, one) -> {
            ArticleForm form = form(one);
            ListingRepository.Standing stands = standing.get(form.number());
            UUID id = stands == null ? Ids.next() : stands.id();
            String wrong = write(supplier, id, form, stands, entries);
            if (wrong != null) {
                failed.put(row, wrong);
                return;
            }
            changed.add(id);
            if (one.price() != null) {
                price(supplier, id, form.unit(), new ArticlePrices.NewPrices(null, Objects.requireNonNull(one.currency()), today, null,
                        List.of(new ArticlePrices.Tier(BigDecimal.ZERO, one.price()))), stands, priced);
            }
            if (one.stock() != null) {
                levels.add(new ArticleStock.Level(form.number(), one.stock(), clock.instant()));
            }
        });
        if (!priced.isEmpty()) {
            prices.replacePrices(null, supplier, priced);
        }
        stock.set(supplier, levels);
        if (!entries.isEmpty()) {
            journal.record(entries);
        }
        index.refresh(changed);
        return failed;
    }

    /** A price that moves by more than the threshold waits for a second person, as it would on its page. */
    private void price(UUID supplier, UUID id, String unit, ArticlePrices.NewPrices prices, ListingRepository.@Nullable Standing stands, List<CatalogueRepository.Priced> priced) {
        PriceMove move = stands == null ? null : changes.move(id, prices).orElse(null);
        if (move != null && changes.needsSecondPerson(supplier, move)) {
            changes.set(supplier, id, unit, prices);
        } else {
            priced.add(new CatalogueRepository.Priced(id, BigDecimal.ZERO, Price.each(new Money(prices.tiers().getFirst().amount(), prices.currency()), unit), prices.from(), null));
        }
    }

    private @Nullable String write(UUID supplier, UUID id, ArticleForm form, ListingRepository.@Nullable Standing stands, List<Entry> entries) {
        if (form.gtin() != null && articles.gtinTaken(supplier, form.gtin(), id)) {
            return "taken";
        }
        if (stands == null) {
            if (!articles.insert(id, supplier, form)) {
                return "taken";
            }
            entries.add(entry(id, supplier, null, "CREATED", ListingState.DRAFT, Map.of("number", form.number())));
            return null;
        }
        ListingState next = stands.listing().after(ListingState.Event.EDIT).orElse(null);
        if (next == null) {
            return "fixed";
        }
        boolean same = form.sameToBuyers(stands.form());
        if (next == ListingState.LISTED && !same) {
            articles.update(id, stands.form().withTermsOf(form), next);
            articles.revision(id, form);
            entries.add(entry(id, supplier, stands.listing(), "REVISED", next, Map.of()));
        } else if (!form.equals(stands.form())) {
            ListingState after = same ? stands.listing() : next;
            articles.update(id, form, after);
            entries.add(entry(id, supplier, stands.listing(), "EDIT", after, Map.of()));
        }
        return null;
    }

    private static Entry entry(UUID id, UUID supplier, @Nullable ListingState from, String event, ListingState to, Map<String, String> details) {
        return new Entry(ArticleListing.ENTITY, id, from == null ? null : from.name(), event, to.name(), null, null, Set.of(supplier), details);
    }

    private static ArticleForm form(UploadRow.Read read) {
        return Objects.requireNonNull(read.form());
    }
}

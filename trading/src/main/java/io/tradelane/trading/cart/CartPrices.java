package io.tradelane.trading.cart;

import io.tradelane.trading.contract.ContractPrices;
import io.tradelane.trading.contract.ContractPrices.Offer;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What articles cost this buyer today: by contract, else as agreed, else by the list, each for the quantity. */
@Component
class CartPrices {
    private final JdbcClient jdbc;
    private final ContractPrices contracts;
    private final Clock clock;

    CartPrices(JdbcClient jdbc, ContractPrices contracts, Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** @param contract with {@link PriceSource#CONTRACT} */
    record Priced(Price price, PriceSource source, @Nullable Offer contract) {}

    record Asked(Orderable article, BigDecimal quantity) {}

    private record Tier(UUID articleId, BigDecimal fromQuantity, BigDecimal amount, String currency, BigDecimal basis, String unit, boolean agreed) {
        Price price() {
            return new Price(new Money(Figures.price(amount), currency), new Quantity(Figures.quantity(basis), unit));
        }
    }

    /** In their order; null where there is no price. What lines take of one contract counts together. */
    List<@Nullable Priced> of(Parties parties, String currency, List<Asked> asked) {
        List<Offer> offers = contracts.of(parties).stream().filter(offer -> offer.price().amount().currency().equals(currency)).toList();
        Map<UUID, List<Tier>> tiers = tiers(parties.buyer(), asked.stream().map(one -> one.article().id()).toList()).stream()
                .filter(tier -> tier.currency().equals(currency)).collect(Collectors.groupingBy(Tier::articleId));
        Map<Offer, BigDecimal> taken = new HashMap<>();
        List<@Nullable Priced> priced = new ArrayList<>();
        for (Asked one : asked) {
            Optional<Offer> contract = offers.stream().filter(offer -> sells(offer, one.article())
                    && offer.covers(one.quantity().add(taken.getOrDefault(offer, BigDecimal.ZERO)))).findFirst();
            contract.ifPresent(offer -> taken.merge(offer, one.quantity(), BigDecimal::add));
            priced.add(contract.map(offer -> new Priced(offer.price(), PriceSource.CONTRACT, offer))
                    .orElseGet(() -> fitting(tiers.getOrDefault(one.article().id(), List.of()), one.quantity())));
        }
        return priced;
    }

    /** In which currency it is sold to the buyer; in its own if it is. */
    String currency(Parties parties, UUID article, String own) {
        List<String> currencies = new ArrayList<>(tiers(parties.buyer(), List.of(article)).stream().sorted(Comparator.comparing(Tier::agreed).reversed()).map(Tier::currency).toList());
        return currencies.isEmpty() || currencies.contains(own) ? own : currencies.getFirst();
    }

    private static boolean sells(Offer offer, Orderable article) {
        boolean same = article.number().equals(offer.item().supplierArticle())
                || offer.item().supplierArticle() == null && offer.item().gtin() != null && offer.item().gtin().equals(article.gtin())
                || offer.item().supplierArticle() == null && offer.item().gtin() == null && offer.item().buyerArticle() != null
                        && offer.item().buyerArticle().equals(article.buyerArticle());
        return same && offer.unit().equals(article.unit());
    }

    private static @Nullable Priced fitting(List<Tier> tiers, BigDecimal quantity) {
        return tiers.stream().filter(tier -> tier.fromQuantity().compareTo(quantity) <= 0)
                .max(Comparator.comparing(Tier::agreed).thenComparing(Tier::fromQuantity))
                .map(tier -> new Priced(tier.price(), tier.agreed() ? PriceSource.AGREED : PriceSource.LIST, null)).orElse(null);
    }

    private List<Tier> tiers(UUID buyer, Collection<UUID> articles) {
        return articles.isEmpty() ? List.of() : jdbc.sql("""
                        select article_id, from_quantity, amount, currency, basis, unit, true as agreed from agreed_price
                         where article_id in (:articles) and buyer_org_id = :buyer and validity @> cast(:today as date)
                        union all
                        select article_id, from_quantity, amount, currency, basis, unit, false from list_price
                         where article_id in (:articles) and validity @> cast(:today as date)
                        """)
                .param("articles", articles).param("buyer", buyer).param("today", LocalDate.now(clock)).query(Tier.class).list();
    }
}

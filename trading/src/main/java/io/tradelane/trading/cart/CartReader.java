package io.tradelane.trading.cart;

import io.tradelane.trading.cart.CartPrices.Priced;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carts as their buyer sees them. An article that the buyer cannot order any more leaves a line without a price. */
@Component
class CartReader {
    private final CartRepository carts;
    private final OrderableArticles articles;
    private final CartPrices prices;
    private final Organisations organisations;

    CartReader(CartRepository carts, OrderableArticles articles, CartPrices prices, Organisations organisations) {
        this.carts = carts;
        this.articles = articles;
        this.prices = prices;
        this.organisations = organisations;
    }

    List<Cart> read(List<CartRow> rows) {
        Map<UUID, List<CartLineRow>> lines = carts.lines(rows.stream().map(CartRow::id).toList());
        return rows.stream().map(row -> read(row, lines.getOrDefault(row.id(), List.of()))).toList();
    }

    Cart read(CartRow row, List<CartLineRow> lines) {
        Map<UUID, Orderable> known = articles.byId(row.buyerOrgId(), lines.stream().map(CartLineRow::articleId).toList());
        Map<UUID, Priced> today = row.state().editable() ? prices(row, lines, known) : Map.of();
        List<Cart.Line> shown = new ArrayList<>();
        Money total = Money.zero(row.currency());
        for (CartLineRow line : lines) {
            Cart.Line one = line(row, line, known.get(line.articleId()), today.get(line.id()));
            shown.add(one);
            total = one.amount() == null ? total : total.plus(one.amount());
        }
        Organisation supplier = organisations.find(row.supplierOrgId()).orElseThrow();
        return new Cart(row.id(), row.buyerOrgId(), new Company(supplier.id(), supplier.name(), supplier.nameLocal(), supplier.gln()), row.ownerId(), row.ownerName(),
                owns(row), row.state(), row.currency(), row.form(), total, row.rejectedReason(), row.orderId(),
                row.submittedAt() == null ? null : row.submittedAt().toInstant(), row.updatedAt().toInstant(), row.version(), shown);
    }

    /** Only who gathers a cart changes it: whoever approves it has had no hand in it. */
    static boolean owns(CartRow cart) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Scope.ORGANISATION && cart.buyerOrgId().equals(actor.organisation()) && Objects.equals(cart.ownerId(), actor.user());
    }

    private Map<UUID, Priced> prices(CartRow row, List<CartLineRow> lines, Map<UUID, Orderable> known) {
        List<CartLineRow> sold = lines.stream().filter(line -> known.containsKey(line.articleId())).toList();
        List<CartPrices.Asked> asked = sold.stream().map(line -> new CartPrices.Asked(Objects.requireNonNull(known.get(line.articleId())), line.quantity())).toList();
        List<@Nullable Priced> found = prices.of(row.parties(), row.currency(), asked);
        Map<UUID, Priced> byLine = new HashMap<>();
        for (int i = 0; i < sold.size(); i++) {
            Priced priced = found.get(i);
            if (priced != null) {
                byLine.put(sold.get(i).id(), priced);
            }
        }
        return byLine;
    }

    private static Cart.Line line(CartRow row, CartLineRow line, @Nullable Orderable article, @Nullable Priced today) {
        BigDecimal quantity = Figures.quantity(line.quantity());
        String unit = article == null ? line.priceUnit() == null ? "PCE" : line.priceUnit() : article.unit();
        Price price = today != null ? today.price() : line.price() == null || row.state().editable() ? null
                : new Price(new Money(Figures.price(line.price()), row.currency()), new Quantity(Figures.quantity(Objects.requireNonNull(line.priceBasis())), Objects.requireNonNull(line.priceUnit())));
        boolean frozen = !row.state().editable();
        ContractOf contract = today != null && today.contract() != null ? new ContractOf(today.contract().contract(), today.contract().number(), today.contract().lineNumber())
                : frozen ? new ContractOf(line.contractId(), null, line.contractLine()) : new ContractOf(null, null, null);
        return new Cart.Line(line.id(), line.position(), line.articleId(), article == null ? "–" : article.number(), article == null ? null : article.gtin(),
                article == null ? null : article.buyerArticle(), article == null ? null : article.nameZh(), article == null ? null : article.nameEn(), unit, quantity,
                line.askedQuantity() == null ? null : Figures.quantity(line.askedQuantity()), article == null ? null : plain(article.minQuantity()),
                article == null ? null : plain(article.multiple()), price, today != null ? today.source() : frozen ? line.priceSource() : null, contract.id, contract.number,
                contract.line, line.formerPrice() == null ? null : Figures.price(line.formerPrice()), price == null ? null : price.of(new Quantity(quantity, unit)).rounded(),
                line.requestedDelivery(), line.note());
    }

    private record ContractOf(@Nullable UUID id, @Nullable String number, @Nullable String line) {}

    private static @Nullable BigDecimal plain(@Nullable BigDecimal padded) {
        return padded == null ? null : Figures.quantity(padded);
    }
}

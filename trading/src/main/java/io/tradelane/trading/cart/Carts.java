package io.tradelane.trading.cart;

import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.ArticleSummary;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts: what somebody of a buyer gathers, and orders. Portal and API end here. */
@Service
@Transactional
public class Carts {
    /** Entity type of a cart in the journal. */
    public static final String ENTITY = "CART";
    private final FillCart fill;
    private final ChangeCart change;
    private final SubmitCart submit;
    private final CartRepository carts;
    private final CartReader reader;
    private final OrderableArticles articles;
    private final ArticleSearch search;
    private final PurchaseOrders orders;
    private final Organisations organisations;

    Carts(FillCart fill, ChangeCart change, SubmitCart submit, CartRepository carts, CartReader reader, OrderableArticles articles, ArticleSearch search, PurchaseOrders orders,
            Organisations organisations) {
        this.fill = fill;
        this.change = change;
        this.submit = submit;
        this.carts = carts;
        this.reader = reader;
        this.articles = articles;
        this.search = search;
        this.orders = orders;
        this.organisations = organisations;
    }

    /** How submitting ends. */
    public sealed interface Submitted {
        record Ordered(UUID order) implements Submitted {}

        /** @param request the approval that is asked for */
        record Waiting(UUID request) implements Submitted {}

        /** Nobody is there who could approve it. @param reasons rules that ask; empty: the limit of who buys */
        record NobodyCan(List<String> reasons) implements Submitted {}

        record Not(CommandResult result) implements Submitted {}
    }

    /** @param quantity 0 takes the line out */
    public record LineChange(UUID line, @Nullable BigDecimal quantity, @Nullable LocalDate delivery) {}

    /** Puts all of it into the caller's carts, one for each supplier, or nothing. */
    public Added add(List<Wanted> wanted) {
        return fill.add(wanted, List.of());
    }

    /** Likewise for lines of a requirement; each is a line of its own. @param requirementLines for which each is wanted */
    public Added addFor(List<Wanted> wanted, List<UUID> requirementLines) {
        return fill.add(wanted, requirementLines);
    }

    /** What was ordered once, to be ordered again at the prices of today. Empty: no such order of the caller's company. */
    public Optional<Added> repeat(UUID order) {
        UUID buyer = Objects.requireNonNull(Tenancy.current().organisation());
        return orders.find(order).filter(found -> found.buyer().id().equals(buyer)).map(found -> {
            Map<UUID, BigDecimal> former = new HashMap<>();
            List<Wanted> wanted = new ArrayList<>();
            for (OrderView.Line line : found.lines()) {
                if (line.article() != null && line.ordered().signum() > 0) {
                    wanted.add(new Wanted(null, line.article(), null, line.ordered(), null));
                    var price = line.confirmedPrice() != null ? line.confirmedPrice() : line.price();
                    if (price != null && price.amount().currency().equals(found.currency())) {
                        former.put(line.article(), price.perUnit());
                    }
                }
            }
            return fill.repeat(wanted, former);
        });
    }

    /** @param form null: as it is */
    public CommandResult change(UUID id, @Nullable CartForm form, List<LineChange> lines, int expectedVersion) {
        return change.write(id, form, lines.stream().map(line -> new ChangeCart.Line(line.line(), line.quantity(), line.delivery())).toList(), expectedVersion);
    }

    public CommandResult discard(UUID id, int expectedVersion) {
        return change.discard(id, expectedVersion);
    }

    /** Orders it, or asks for the approvals that it needs. @param seen the total that the buyer saw; null: whatever it is today */
    public Submitted submit(UUID id, @Nullable BigDecimal seen, int expectedVersion) {
        return submit.submit(id, seen, expectedVersion);
    }

    /** Takes back what waits for approval. */
    public CommandResult recall(UUID id, int expectedVersion) {
        return submit.recall(id, expectedVersion);
    }

    @Transactional(readOnly = true)
    public Optional<Cart> find(UUID id) {
        return carts.find(id).map(row -> reader.read(row, carts.lines(id)));
    }

    /** From which an order came. */
    @Transactional(readOnly = true)
    public Optional<Cart> ofOrder(UUID order) {
        return carts.ofOrder(order).map(row -> reader.read(row, carts.lines(row.id())));
    }

    /** Newest first. @param own only those of the caller @param before only older ones */
    @Transactional(readOnly = true)
    public List<Cart> list(Collection<CartState> states, boolean own, @Nullable UUID before, int limit) {
        return reader.read(carts.list(states, own ? Tenancy.current().user() : null, before, limit));
    }

    /** An article that fits what somebody types. */
    public record Suggestion(UUID article, String number, @Nullable String buyerArticle, @Nullable String nameZh, @Nullable String nameEn, String supplier) {}

    /** While a number or a name is typed. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggest(String typed, @Nullable UUID supplier, int size) {
        UUID buyer = Objects.requireNonNull(Tenancy.current().organisation());
        String text = typed.strip();
        if (text.length() < 2 || text.length() > 70) {
            return List.of();
        }
        String currency = organisations.find(buyer).orElseThrow().currency();
        List<UUID> found = search.suggest(text, currency, size).stream().map(ArticleSummary::id).toList();
        return articles.suggest(buyer, supplier, found, text).stream().limit(size)
                .map(one -> new Suggestion(one.id(), one.number(), one.buyerArticle(), one.nameZh(), one.nameEn(), one.supplierName())).toList();
    }
}

package io.tradelane.trading.cart;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts articles into the actor's carts, one for each supplier; all of them, or none. */
@Component
class FillCart {
    static final int MOST_LINES = 500;
    private static final int LONGEST_NUMBER = 70;
    private static final BigDecimal LARGEST = new BigDecimal("1e9");
    private final CartRepository carts;
    private final OrderableArticles articles;
    private final CartPrices prices;
    private final Organisations organisations;
    private final Clock clock;

    FillCart(CartRepository carts, OrderableArticles articles, CartPrices prices, Organisations organisations, Clock clock) {
        this.carts = carts;
        this.articles = articles;
        this.prices = prices;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @param former of one unit, in the order that is repeated @param requirementLine for which it is wanted */
    private record Chosen(Orderable article, BigDecimal asked, @Nullable LocalDate delivery, @Nullable BigDecimal former, @Nullable UUID requirementLine) {}

    /** @param requirementLines for which each is wanted; empty: for none */
    Added add(List<Wanted> wanted, List<UUID> requirementLines) {
        UUID buyer = Objects.requireNonNull(Tenancy.current().organisation());
        List<Problem> problems = new ArrayList<>();
        List<Added.Choice> choices = new ArrayList<>();
        List<Chosen> chosen = new ArrayList<>();
        if (wanted.isEmpty() || wanted.size() > MOST_LINES) {
            problems.add(new Problem("rows", wanted.isEmpty() ? "required" : "too-many"));
        }
        Map<Integer, List<Orderable>> found = wanted.size() > MOST_LINES ? Map.of() : found(buyer, wanted);
        for (int i = 0; i < wanted.size() && wanted.size() <= MOST_LINES; i++) {
            Orderable article = article(wanted.get(i), i, found.getOrDefault(i, List.of()), problems, choices);
            BigDecimal quantity = quantity(wanted.get(i).quantity(), "rows[" + i + "].", problems);
            delivery(wanted.get(i).delivery(), "rows[" + i + "].delivery", problems);
            if (article != null && quantity != null) {
                chosen.add(new Chosen(article, quantity, wanted.get(i).delivery(), null, requirementLines.isEmpty() ? null : requirementLines.get(i)));
            }
        }
        return problems.isEmpty() ? put(buyer, chosen) : new Added.Invalid(problems, choices);
    }

    /** Lines of an order once more: prices are those of today. @param former prices of one unit, by article */
    Added repeat(List<Wanted> wanted, Map<UUID, BigDecimal> former) {
        UUID buyer = Objects.requireNonNull(Tenancy.current().organisation());
        Map<UUID, Orderable> known = articles.byId(buyer, wanted.stream().map(Wanted::article).filter(Objects::nonNull).toList());
        List<Chosen> chosen = wanted.stream().filter(one -> one.article() != null && known.containsKey(one.article()) && one.quantity() != null)
                .map(one -> new Chosen(Objects.requireNonNull(known.get(one.article())), Objects.requireNonNull(one.quantity()), null, former.get(one.article()), null)).toList();
        return chosen.isEmpty() ? new Added.Invalid(List.of(new Problem("rows", "nothing-orderable")), List.of()) : put(buyer, chosen);
    }

    /** What each row may mean. */
    private Map<Integer, List<Orderable>> found(UUID buyer, List<Wanted> wanted) {
        Map<UUID, Orderable> chosen = articles.byId(buyer, wanted.stream().map(Wanted::article).filter(Objects::nonNull).distinct().toList());
        List<OrderableArticles.Asked> asked = new ArrayList<>();
        Map<Integer, List<Orderable>> found = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            if (one.article() != null) {
                found.put(i, chosen.containsKey(one.article()) ? List.of(chosen.get(one.article())) : List.of());
            } else if (!number(one).isEmpty() && number(one).length() <= LONGEST_NUMBER) {
                asked.add(new OrderableArticles.Asked(i, number(one), one.supplier()));
            }
        }
        found.putAll(articles.byNumber(buyer, asked));
        return found;
    }

    private static String number(Wanted wanted) {
        return wanted.number() == null ? "" : wanted.number().strip();
    }

    private static @Nullable Orderable article(Wanted wanted, int row, List<Orderable> found, List<Problem> problems, List<Added.Choice> choices) {
        String field = "rows[" + row + "].article";
        String number = number(wanted);
        if (wanted.article() == null && (number.isEmpty() || number.length() > LONGEST_NUMBER)) {
            problems.add(new Problem(field, number.isEmpty() ? "required" : "too-long"));
            return null;
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        problems.add(new Problem(field, found.isEmpty() ? "unknown-article" : "several-articles"));
        found.forEach(one -> choices.add(new Added.Choice(row, one.id(), one.number(), one.name(), one.supplierName())));
        return null;
    }

    static @Nullable BigDecimal quantity(@Nullable BigDecimal quantity, String prefix, List<Problem> problems) {
        String code = quantity == null ? "required" : quantity.signum() <= 0 ? "not-positive" : quantity.compareTo(LARGEST) > 0 ? "too-large"
                : quantity.stripTrailingZeros().scale() > 6 ? "number" : null;
        if (code != null) {
            problems.add(new Problem(prefix + "quantity", code));
            return null;
        }
        return quantity;
    }

    void delivery(@Nullable LocalDate day, String field, List<Problem> problems) {
        if (day != null && day.isBefore(LocalDate.now(clock))) {
            problems.add(new Problem(field, "past"));
        }
    }

    /** The same article for the same day is one line, unless it is for a line of a requirement. */
    private Added put(UUID buyer, List<Chosen> chosen) {
        Map<UUID, CartRow> open = new LinkedHashMap<>();
        Map<UUID, List<CartLineRow>> lines = new HashMap<>();
        List<Added.Raised> raised = new ArrayList<>();
        // In one order for everybody: who adds to several carts at once waits for nobody who waits for her.
        chosen.stream().map(one -> one.article().supplier()).distinct().sorted().forEach(supplier -> open.put(supplier, carts.open(blank(buyer, supplier, chosen))));
        for (CartRow cart : open.values()) {
            lines.put(cart.id(), new ArrayList<>(carts.lines(cart.id())));
            long more = chosen.stream().filter(one -> one.article().supplier().equals(cart.supplierOrgId())).count();
            if (lines.get(cart.id()).size() + more > MOST_LINES) {
                return new Added.Invalid(List.of(new Problem("rows", "too-many")), List.of());
            }
        }
        Map<UUID, CartLineRow> fresh = new LinkedHashMap<>();
        Map<UUID, CartLineRow> changed = new LinkedHashMap<>();
        for (Chosen one : chosen) {
            CartRow cart = Objects.requireNonNull(open.get(one.article().supplier()));
            List<CartLineRow> there = Objects.requireNonNull(lines.get(cart.id()));
            CartLineRow merged = merged(there, one, raised);
            if (merged != null) {
                (fresh.containsKey(merged.id()) ? fresh : changed).put(merged.id(), merged);
            } else {
                there.add(added(cart, there, one, raised));
                fresh.put(there.getLast().id(), there.getLast());
            }
        }
        carts.insert(fresh.values());
        carts.raise(changed.values());
        open.values().forEach(cart -> carts.touch(cart.id(), OffsetDateTime.now(clock)));
        return new Added.Done(open.values().stream().map(CartRow::id).collect(Collectors.toCollection(LinkedHashSet::new)), chosen.size(), raised);
    }

    /** @return null: no line of it is there */
    private static @Nullable CartLineRow merged(List<CartLineRow> there, Chosen one, List<Added.Raised> raised) {
        for (int i = 0; i < there.size(); i++) {
            CartLineRow line = there.get(i);
            boolean loose = line.requirementLineId() == null && one.requirementLine() == null;
            if (loose && line.articleId().equals(one.article().id()) && Objects.equals(line.requestedDelivery(), one.delivery())) {
                BigDecimal asked = line.quantity().add(one.asked());
                BigDecimal quantity = raised(one.article(), asked, raised);
                there.set(i, new CartLineRow(line.id(), line.cartId(), line.buyerOrgId(), line.position(), line.articleId(), quantity,
                        quantity.compareTo(asked) == 0 ? null : asked, null, null, null, null, null, null, line.formerPrice(), line.requestedDelivery(), line.note(), null));
                return there.get(i);
            }
        }
        return null;
    }

    private static CartLineRow added(CartRow cart, List<CartLineRow> there, Chosen one, List<Added.Raised> raised) {
        BigDecimal quantity = raised(one.article(), one.asked(), raised);
        return new CartLineRow(Ids.next(), cart.id(), cart.buyerOrgId(), there.isEmpty() ? 1 : there.getLast().position() + 1, one.article().id(), quantity,
                quantity.compareTo(one.asked()) == 0 ? null : one.asked(), null, null, null, null, null, null, one.former(), one.delivery(), null, one.requirementLine());
    }

    private static BigDecimal raised(Orderable article, BigDecimal asked, List<Added.Raised> raised) {
        BigDecimal quantity = article.quantity(asked);
        if (quantity.compareTo(asked) != 0) {
            raised.add(new Added.Raised(article.number(), asked, quantity));
        }
        return quantity;
    }

    private CartRow blank(UUID buyer, UUID supplier, List<Chosen> chosen) {
        Tenancy.Actor actor = Tenancy.current();
        UUID first = chosen.stream().filter(one -> one.article().supplier().equals(supplier)).findFirst().orElseThrow().article().id();
        String currency = prices.currency(new Parties(buyer, supplier), first, organisations.find(buyer).orElseThrow().currency());
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new CartRow(Ids.next(), buyer, supplier, actor.user(), actor.name(), CartState.OPEN, null, currency, null, null, null, null, null, null, null, null, null, null,
                null, null, null, now, now, 1);
    }
}

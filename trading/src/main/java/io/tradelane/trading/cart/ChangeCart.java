package io.tradelane.trading.cart;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what stands in a cart that is not locked. */
@Component
class ChangeCart {
    private final CartRepository carts;
    private final OrderableArticles articles;
    private final FillCart fill;
    private final CartJournal journal;
    private final Clock clock;

    ChangeCart(CartRepository carts, OrderableArticles articles, FillCart fill, CartJournal journal, Clock clock) {
        this.carts = carts;
        this.articles = articles;
        this.fill = fill;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param quantity 0 takes the line out */
    record Line(UUID id, @Nullable BigDecimal quantity, @Nullable LocalDate delivery) {}

    CommandResult write(UUID id, @Nullable CartForm form, List<Line> changes, int expectedVersion) {
        CartRow row = carts.lock(id).filter(CartReader::owns).orElse(null);
        if (row == null) {
            return new CommandResult.NotFound();
        }
        if (row.version() != expectedVersion) {
            return new CommandResult.StaleVersion(row.version());
        }
        if (!row.state().editable()) {
            return new CommandResult.IllegalTransition(row.state().name(), "CHANGE");
        }
        Map<UUID, CartLineRow> lines = carts.lines(id).stream().collect(Collectors.toMap(CartLineRow::id, Function.identity()));
        List<Problem> problems = form == null ? new ArrayList<>() : problems(row, form);
        for (int i = 0; i < changes.size(); i++) {
            Line change = changes.get(i);
            String prefix = "lines[" + i + "].";
            if (!lines.containsKey(change.id())) {
                problems.add(new Problem(prefix + "id", "unknown"));
            } else if (change.quantity() == null || change.quantity().signum() != 0) {
                FillCart.quantity(change.quantity(), prefix, problems);
                fill.delivery(change.delivery(), prefix + "delivery", problems);
            }
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        Map<UUID, Orderable> known = articles.byId(row.buyerOrgId(), lines.values().stream().map(CartLineRow::articleId).toList());
        for (Line change : changes) {
            apply(Objects.requireNonNull(lines.get(change.id())), change, known);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (form != null) {
            carts.write(id, form, now);
        } else {
            carts.touch(id, now);
        }
        return new CommandResult.Done(id, row.version() + 1);
    }

    private void apply(CartLineRow line, Line change, Map<UUID, Orderable> known) {
        BigDecimal asked = Objects.requireNonNull(change.quantity());
        if (asked.signum() == 0) {
            carts.remove(line.id());
            return;
        }
        Orderable article = known.get(line.articleId());
        BigDecimal quantity = article == null ? asked : article.quantity(asked);
        boolean same = quantity.compareTo(line.quantity()) == 0 && Objects.equals(change.delivery(), line.requestedDelivery());
        if (!same) {
            carts.change(line.id(), quantity, quantity.compareTo(asked) == 0 ? null : asked, change.delivery());
        }
    }

    CommandResult discard(UUID id, int expectedVersion) {
        CartRow row = carts.lock(id).filter(CartReader::owns).orElse(null);
        if (row == null) {
            return new CommandResult.NotFound();
        }
        if (row.version() != expectedVersion) {
            return new CommandResult.StaleVersion(row.version());
        }
        if (!row.state().editable()) {
            return new CommandResult.IllegalTransition(row.state().name(), "DISCARD");
        }
        carts.move(id, CartState.DISCARDED, null, null, OffsetDateTime.now(clock));
        journal.moved(row, "DISCARD", CartState.DISCARDED, Map.of());
        return new CommandResult.Done(id, row.version() + 1);
    }

    private List<Problem> problems(CartRow row, CartForm form) {
        List<Problem> problems = new ArrayList<>();
        text("number", form.number(), 35, problems);
        text("costCentre", form.costCentre(), 70, problems);
        text("note", form.note(), 500, problems);
        ShipTo to = form.shipTo();
        text("shipToName", to.name(), 70, problems);
        text("shipToStreet", to.street(), 70, problems);
        text("shipToCity", to.city(), 70, problems);
        text("shipToPostcode", to.postcode(), 17, problems);
        if (to.gln() != null && !CheckDigit.isGln(to.gln())) {
            problems.add(new Problem("shipToGln", "gln"));
        }
        if (to.country() != null && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(to.country())) {
            problems.add(new Problem("shipToCountry", "country"));
        }
        fill.delivery(form.requestedDelivery(), "requestedDelivery", problems);
        if (form.number() != null && carts.taken(row.buyerOrgId(), form.number(), row.id())) {
            problems.add(new Problem("number", "number-taken"));
        }
        return problems;
    }

    private static void text(String field, @Nullable String value, int longest, List<Problem> problems) {
        if (value != null && value.length() > longest) {
            problems.add(new Problem(field, "too-long"));
        }
    }
}

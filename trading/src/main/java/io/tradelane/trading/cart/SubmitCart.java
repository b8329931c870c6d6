package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.approval.Spending;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders a cart: at once, or when those have agreed who have to. */
@Component
class SubmitCart {
    private final CartRepository carts;
    private final CartReader reader;
    private final OrderableArticles articles;
    private final Categories categories;
    private final Approvals approvals;
    private final PlaceCart place;
    private final CartJournal journal;
    private final Clock clock;

    SubmitCart(CartRepository carts, CartReader reader, OrderableArticles articles, Categories categories, Approvals approvals, PlaceCart place, CartJournal journal, Clock clock) {
        this.carts = carts;
        this.reader = reader;
        this.articles = articles;
        this.categories = categories;
        this.approvals = approvals;
        this.place = place;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param seen the total that the buyer agreed to; null: whatever it is today */
    Carts.Submitted submit(UUID id, @Nullable BigDecimal seen, int expectedVersion) {
        CartRow row = carts.lock(id).filter(CartReader::owns).orElse(null);
        if (row == null) {
            return new Carts.Submitted.Not(new CommandResult.NotFound());
        }
        if (row.version() != expectedVersion) {
            return new Carts.Submitted.Not(new CommandResult.StaleVersion(row.version()));
        }
        if (!row.state().editable()) {
            return new Carts.Submitted.Not(new CommandResult.IllegalTransition(row.state().name(), "SUBMIT"));
        }
        Cart cart = reader.read(row, carts.lines(id));
        List<Problem> problems = problems(row, cart, seen);
        if (!problems.isEmpty()) {
            return new Carts.Submitted.Not(new CommandResult.Invalid(problems));
        }
        String number = row.number() != null ? row.number() : carts.nextNumber(LocalDate.now(clock).getYear());
        Approvals.Asked asked = approvals.ask(spending(cart, number));
        if (asked instanceof Approvals.Asked.NobodyCan nobody) {
            return new Carts.Submitted.NobodyCan(nobody.reasons());
        }
        carts.lock(locked(row, cart));
        carts.submitted(id, number, cart.total().amount(), OffsetDateTime.now(clock));
        CartRow submitted = carts.find(id).orElseThrow();
        if (asked instanceof Approvals.Asked.Waiting waiting) {
            journal.moved(row, "SUBMIT", CartState.WAITING, Map.of("number", number, "amount", cart.total().toString()));
            return new Carts.Submitted.Waiting(waiting.request());
        }
        CommandResult placed = place.place(submitted, false);
        if (placed instanceof CommandResult.Done done) {
            return new Carts.Submitted.Ordered(done.id());
        }
        carts.move(id, row.state(), row.rejectedReason(), null, OffsetDateTime.now(clock));
        return new Carts.Submitted.Not(placed);
    }

    /** Takes back what waits for approval. */
    CommandResult recall(UUID id, int expectedVersion) {
        // The request is locked before the cart, as by who decides.
        boolean waited = carts.find(id).filter(CartReader::owns).isPresent() && approvals.recall(ApprovalRequest.Kind.CART, id);
        CartRow row = carts.lock(id).filter(CartReader::owns).orElse(null);
        if (row == null) {
            return new CommandResult.NotFound();
        }
        if (!waited || row.state() != CartState.WAITING) {
            return new CommandResult.IllegalTransition(row.state().name(), "RECALL");
        }
        carts.move(id, CartState.RETURNED, null, null, OffsetDateTime.now(clock));
        journal.moved(row, "RECALL", CartState.RETURNED, Map.of());
        return new CommandResult.Done(id, row.version() + 1);
    }

    private List<Problem> problems(CartRow row, Cart cart, @Nullable BigDecimal seen) {
        List<Problem> problems = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (cart.lines().isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        for (int i = 0; i < cart.lines().size(); i++) {
            Cart.Line line = cart.lines().get(i);
            if (line.price() == null) {
                problems.add(new Problem("lines[" + i + "].price", "no-price"));
            }
            if (line.delivery() != null && line.delivery().isBefore(today)) {
                problems.add(new Problem("lines[" + i + "].delivery", "past"));
            }
        }
        if (cart.form().requestedDelivery() != null && cart.form().requestedDelivery().isBefore(today)) {
            problems.add(new Problem("requestedDelivery", "past"));
        }
        if (row.number() != null && carts.taken(row.buyerOrgId(), row.number(), row.id())) {
            problems.add(new Problem("number", "number-taken"));
        }
        if (problems.isEmpty() && seen != null && seen.compareTo(cart.total().amount()) != 0) {
            problems.add(new Problem("total", "price-changed"));
        }
        return problems;
    }

    private Spending spending(Cart cart, String number) {
        Map<UUID, Orderable> known = articles.byId(cart.buyer(), cart.lines().stream().map(Cart.Line::article).toList());
        Map<UUID, Category> tree = categories.tree();
        Map<List<UUID>, Money> byCategory = new HashMap<>();
        for (Cart.Line line : cart.lines()) {
            Category category = tree.get(Objects.requireNonNull(known.get(line.article())).category());
            if (category != null) {
                byCategory.merge(category.ancestors(), Objects.requireNonNull(line.amount()), Money::plus);
            }
        }
        return new Spending(ApprovalRequest.Kind.CART, cart.id(), number, cart.buyer(), cart.supplier().id(), cart.total(), byCategory, cart.form().costCentre(),
                LocalDate.now(clock), null);
    }

    private static List<CartLineRow> locked(CartRow row, Cart cart) {
        return cart.lines().stream().map(line -> new CartLineRow(line.id(), row.id(), row.buyerOrgId(), line.position(), line.article(), line.quantity(), line.asked(),
                Objects.requireNonNull(line.price()).amount().amount(), line.price().basis().value(), line.price().basis().unit(), line.source(), line.contractId(),
                line.contractLine(), line.formerPrice(), line.delivery(), line.note(), null)).toList();
    }
}

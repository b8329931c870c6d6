package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what a person of the buyer says the document that the buyer's system would have sent. */
@Component
class ChangeFormReader {
    private static final int MOST_LINES = 500;
    private static final int LONGEST = 500;
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private final Articles articles;
    private final Clock clock;

    ChangeFormReader(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /** @param number of the change, the buyer's */
    OrderChangeDocument read(ChangeForm form, String number, OrderRow order, List<LineRow> lines, List<Problem> problems) {
        boolean nothing = form.lines().isEmpty() && !form.cancel();
        if (nothing || form.cancel() && !form.lines().isEmpty() || form.lines().size() > MOST_LINES) {
            problems.add(new Problem("lines", nothing ? "nothing-changed" : form.cancel() ? "does-not-fit" : "too-many"));
        }
        if (form.cancels() && form.reason() == null) {
            problems.add(new Problem("reason", "required"));
        }
        if (form.note() != null && form.note().length() > LONGEST) {
            problems.add(new Problem("note", "too-long"));
        }
        List<OrderChangeDocument.Line> said = new ArrayList<>();
        Set<String> named = new HashSet<>();
        int next = lines.stream().map(LineRow::lineNumber).filter(one -> one.matches("\\d{1,6}")).mapToInt(Integer::parseInt).max().orElse(0);
        int step = lines.stream().allMatch(line -> line.lineNumber().endsWith("0")) ? 10 : 1;
        for (int i = 0; i < form.lines().size() && i < MOST_LINES; i++) {
            At at = new At("lines[" + i + "]", order, problems);
            switch (form.lines().get(i)) {
                case ChangeForm.Change change -> at.line(change.lineNumber(), lines, named).ifPresent(line -> said.add(changed(at, change, line)));
                case ChangeForm.Delete delete -> at.line(delete.lineNumber(), lines, named)
                        .ifPresent(line -> said.add(new OrderChangeDocument.Line(line.lineNumber(), LineAction.DELETE, line.item(), null, null, null, null, null)));
                case ChangeForm.Add add -> said.add(added(at, add, String.valueOf(next += step)));
            }
        }
        return new OrderChangeDocument(number, LocalDate.now(clock), order.number(), null, form.cancel() ? Action.CANCEL : Action.CHANGE, null, order.currency(),
                OrderJson.parties(order.parties()), List.of(), told(form), form.note(), said);
    }

    private static @Nullable String told(ChangeForm form) {
        return form.reason() == null ? null : form.note() == null || form.note().isBlank() ? form.reason().text() : form.reason().text() + ": " + form.note();
    }

    private OrderChangeDocument.Line changed(At at, ChangeForm.Change change, LineRow line) {
        at.quantity(change.quantity(), false);
        at.delivery(change.delivery(), clock);
        Price stands = line.priceThatCounts(at.order.currency());
        Quantity quantity = change.quantity() == null ? null : new Quantity(change.quantity(), line.unit());
        Price price = at.price(change.price(), stands == null ? new Quantity(BigDecimal.ONE, line.unit()) : stands.basis());
        return new OrderChangeDocument.Line(line.lineNumber(), LineAction.CHANGE, line.item(), quantity, price, null, change.delivery(), null);
    }

    private OrderChangeDocument.Line added(At at, ChangeForm.Add add, String lineNumber) {
        at.quantity(add.quantity(), true);
        at.delivery(add.delivery(), clock);
        Resolution found = article(at, add.article().strip(), add.quantity() == null ? BigDecimal.ONE : add.quantity());
        if (found == null || found.article() == null) {
            at.wrong("article", add.article().isBlank() ? "required" : "unknown-article");
            return new OrderChangeDocument.Line(lineNumber, LineAction.ADD, new Item(null, null, null, null), null, null, null, null, null);
        }
        var article = found.article();
        Item item = new Item(article.gtin(), found.buyerArticle(), article.number(), article.nameEn() != null ? article.nameEn() : article.nameZh());
        Price price = at.price(add.price(), new Quantity(BigDecimal.ONE, article.unit()));
        return new OrderChangeDocument.Line(lineNumber, LineAction.ADD, item, add.quantity() == null ? null : new Quantity(add.quantity(), article.unit()),
                price != null ? price : found.agreedPrice(), null, add.delivery(), null);
    }

    /** Under which of the three kinds of numbers it is known does not matter. */
    private @Nullable Resolution article(At at, String number, BigDecimal quantity) {
        if (number.isEmpty() || number.length() > 70) {
            return null;
        }
        List<Item> meant = new ArrayList<>(List.of(new Item(null, null, number, null), new Item(null, number, null, null)));
        if (CheckDigit.isGtin(number)) {
            meant.add(new Item(number, null, null, null));
        }
        return articles.resolve(at.order.buyerOrgId(), at.order.supplierOrgId(), meant,
                        Collections.nCopies(meant.size(), quantity), at.order.currency(), LocalDate.now(clock)).stream()
                .filter(one -> one.article() != null).findFirst().orElse(null);
    }

    /** One line of the form, and where to put what is wrong with it. */
    private record At(String field, OrderRow order, List<Problem> problems) {

        void wrong(String part, String code) {
            problems.add(new Problem(field + "." + part, code));
        }

        Optional<LineRow> line(String number, List<LineRow> lines, Set<String> named) {
            Optional<LineRow> line = Answer.byNumber(lines, number).filter(found -> found.state().live());
            if (line.isEmpty() || !named.add(line.get().lineNumber())) {
                wrong("lineNumber", line.isEmpty() ? "unknown" : "duplicate");
                return Optional.empty();
            }
            return line;
        }

        void quantity(@Nullable BigDecimal quantity, boolean needed) {
            String code = quantity == null ? needed ? "required" : null : quantity.signum() <= 0 ? "not-positive" : quantity.compareTo(LARGEST) >= 0 ? "too-large"
                    : quantity.stripTrailingZeros().scale() > 6 ? "number" : null;
            if (code != null) {
                wrong("quantity", code);
            }
        }

        void delivery(@Nullable LocalDate day, Clock clock) {
            if (day != null && day.isBefore(LocalDate.now(clock))) {
                wrong("delivery", "past");
            }
        }

        @Nullable Price price(@Nullable BigDecimal amount, Quantity basis) {
            if (amount == null) {
                return null;
            }
            if (amount.signum() < 0 || amount.compareTo(LARGEST) >= 0 || amount.stripTrailingZeros().scale() > 6) {
                wrong("price", amount.signum() < 0 ? "negative" : amount.compareTo(LARGEST) >= 0 ? "too-large" : "number");
                return null;
            }
            return new Price(new Money(amount, order.currency()), basis);
        }
    }
}

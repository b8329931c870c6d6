package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.BuyerChange;
import io.tradelane.trading.order.LineIssue;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderStatus.Billing;
import io.tradelane.trading.order.OrderStatus.Fulfilment;
import io.tradelane.trading.order.OrderStatus.Payment;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.order.OrderSummary;
import io.tradelane.trading.order.OrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an order is spoken of, in templates {@code #orderWords}. */
@Component("orderWords")
class OrderWords implements Vocabulary {
    private final Words words;
    private final Formats formats;

    OrderWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** One pill that says where an order stands. */
    record Headline(String text, String tone) {}

    /**
     * The five statuses in one word: what went wrong, else what the parties still have to agree on, else how far the goods have come, and only
     * when they are all there, how far the bill and the money are. What runs ahead, as a payment before the goods, is not told.
     */
    public Headline headline(OrderStatus status) {
        return of(telling(status));
    }

    static Enum<?> telling(OrderStatus status) {
        Transmission transmission = status.transmission();
        if (transmission == Transmission.FAILED || transmission == Transmission.DEAD || transmission == Transmission.APP_REJECTED) {
            return transmission;
        }
        if (status.agreement() != Agreement.CONFIRMED) {
            return status.agreement();
        }
        if (status.fulfilment() != Fulfilment.RECEIVED) {
            return status.fulfilment() == Fulfilment.NOT_SHIPPED ? status.agreement() : status.fulfilment();
        }
        if (status.billing() != Billing.INVOICED) {
            return status.billing() == Billing.NOT_INVOICED ? status.fulfilment() : status.billing();
        }
        return status.payment() == Payment.UNPAID ? status.billing() : status.payment();
    }

    private Headline of(Enum<?> state) {
        return new Headline(words.of(state), words.tone(state));
    }

    /** The other party, in the reader's script; both for whoever is neither. */
    public String partner(OrderSummary order, Caller caller) {
        if (caller.isSelf(order.buyer().id())) {
            return words.name(order.supplier());
        }
        return caller.isSelf(order.supplier().id()) ? words.name(order.buyer()) : words.name(order.buyer()) + " → " + words.name(order.supplier());
    }

    public String partner(OrderView order, Caller caller) {
        if (caller.isSelf(order.buyer().id())) {
            return words.name(order.supplier());
        }
        return caller.isSelf(order.supplier().id()) ? words.name(order.buyer()) : words.name(order.buyer()) + " → " + words.name(order.supplier());
    }

    /** The article's name in the reader's language, else what the document calls it, else its number. */
    public String item(OrderView.Line line) {
        String name = words.chinese() ? line.articleNameZh() : line.articleNameEn();
        if (name == null) {
            name = line.description();
        }
        if (name == null) {
            name = line.buyerArticle() != null ? line.buyerArticle() : line.supplierArticle() != null ? line.supplierArticle() : line.gtin();
        }
        return name == null ? "–" : name;
    }

    /** What a line of a shipment or receipt on the order is about. */
    public String item(OrderView order, @Nullable UUID orderLine, @Nullable String otherwise) {
        return order.lines().stream()
                .filter(line -> line.id().equals(orderLine))
                .findFirst()
                .map(this::item)
                .orElse(otherwise == null ? "–" : otherwise);
    }

    /** The article's numbers, whatever the documents name. */
    public String numbers(OrderView.Line line) {
        return Stream.of(line.supplierArticle(), line.buyerArticle(), line.gtin()).filter(Objects::nonNull).distinct().collect(Collectors.joining(" · "));
    }

    public boolean priceChanged(OrderView.Line line) {
        return line.confirmedPrice() != null
                && (line.price() == null || line.confirmedPrice().perUnit().compareTo(line.price().perUnit()) != 0);
    }

    /** {@code Price ¥13.00, agreed ¥12.50}. */
    public String issue(LineIssue issue) {
        String what = words.of(issue.code());
        String found = issue.found();
        String expected = issue.expected();
        if (expected == null) {
            return found == null ? what : words.text("issue.found", what, formats.value(found));
        }
        return words.text("issue.expected", what, found == null ? "–" : formats.value(found), formats.value(expected));
    }

    /** One proposed change: {@code Line 2: 400 → 320 pcs, delivery 2026-12-04 → 2026-12-09}. */
    public String change(OrderView order, OrderView.ChangeLine change) {
        OrderView.Line line = order.lines().stream().filter(candidate -> candidate.id().equals(change.lineId())).findFirst().orElseThrow();
        List<String> parts = new ArrayList<>();
        if (change.rejected()) {
            parts.add(words.text("change.rejected"));
        } else {
            if (change.quantity() != null) {
                parts.add(formats.number(line.ordered()) + " → " + formats.number(change.quantity()) + " " + formats.unit(line.unit()));
            }
            if (change.price() != null) {
                parts.add(formats.price(line.price()) + " → " + formats.price(change.price()));
            }
            if (change.promisedDelivery() != null) {
                parts.add(words.text("change.delivery", formats.date(line.requestedDelivery()), formats.date(change.promisedDelivery())));
            }
        }
        if (change.reason() != null) {
            parts.add(change.reason());
        }
        return words.text("change.line", line.lineNumber(), String.join("; ", parts));
    }

    /** What a change of the buyer is called: {@code Change 3} or {@code Cancellation}, with its number where it has one of its own. */
    public String title(OrderView order, BuyerChange change) {
        String what = change.cancels() ? words.text("order.buyerChange.cancellation")
                : change.sequence() == null ? words.text("order.buyerChange.change") : words.text("order.buyerChange.sequence", change.sequence());
        return change.number().equals(order.number()) ? what : what + " · " + change.number();
    }

    public boolean differs(@Nullable Object before, @Nullable Object after) {
        return after != null && !after.equals(before);
    }

    public String shipTo(OrderView order) {
        return order.parties().stream()
                .filter(party -> party.role() == PartyRole.SHIP_TO)
                .findFirst()
                .map(OrderWords::place)
                .orElse("–");
    }

    private static String place(Party party) {
        Party.Address address = party.address();
        String town = address == null ? null : address.city();
        String name = party.name() != null ? party.name() : party.identifiers().isEmpty() ? null : party.identifiers().getFirst().value();
        return Stream.of(name, town).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}

package io.tradelane.trading.schedule;

import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a release says of one article, to one place, on one order, in one unit.
 *
 * @param cumulativeReceived {@code null} when the buyer does not say it
 */
record Demand(
        String lineNumber,
        @Nullable UUID article,
        Item item,
        String unit,
        @Nullable String shipTo,
        @Nullable String orderNumber,
        @Nullable String orderLineNumber,
        @Nullable BigDecimal cumulativeReceived,
        @Nullable LocalDate cumulativeSince,
        @Nullable String lastReceipt,
        List<Planned> deliveries) {
    /** Recommendation 20, one piece: for a line of an unknown article without any quantity. */
    private static final String PIECE = "C62";

    private record Key(Object item, @Nullable String shipTo, @Nullable String order, @Nullable String orderLine, String unit) {}

    /** Lines of one article, place, order and unit count together. @param resolutions of the lines, in their order */
    static List<Demand> of(DeliveryScheduleDocument document, List<Resolution> resolutions) {
        String place = place(document);
        Map<Key, Demand> demands = new LinkedHashMap<>();
        for (int i = 0; i < document.lines().size(); i++) {
            for (Demand demand : of(document.lines().get(i), resolutions.get(i), place, document.kind() == Kind.JUST_IN_TIME)) {
                demands.merge(demand.key(), demand, Demand::and);
            }
        }
        return List.copyOf(demands.values());
    }

    private static List<Demand> of(Line line, Resolution known, @Nullable String place, boolean called) {
        Map<String, List<Planned>> byUnit = new LinkedHashMap<>();
        Quantity received = line.cumulativeReceived();
        String general = received != null ? received.unit() : known.article() != null ? known.article().unit() : PIECE;
        for (Delivery delivery : line.deliveries()) {
            List<Planned> planned = byUnit.computeIfAbsent(delivery.quantity().unit(), unit -> new ArrayList<>());
            if (delivery.quantity().value().signum() > 0) {
                planned.add(Planned.of(delivery, called));
            }
        }
        byUnit.putIfAbsent(byUnit.isEmpty() ? general : byUnit.keySet().iterator().next(), List.of());
        return byUnit.entrySet().stream().map(entry -> of(line, known, place, entry.getKey(), entry.getValue())).toList();
    }

    private static Demand of(Line line, Resolution known, @Nullable String place, String unit, List<Planned> deliveries) {
        Article article = known.article();
        Quantity received = line.cumulativeReceived();
        return new Demand(line.lineNumber(), article == null ? null : article.id(), numbered(line.item(), known), unit,
                line.shipTo() != null ? line.shipTo() : place, line.orderNumber(), line.orderLineNumber(),
                received != null && received.unit().equals(unit) ? received.value() : null, line.cumulativeSince(), line.lastReceipt(), deliveries);
    }

    /** With the numbers that the catalogue knows besides. */
    static Item numbered(Item item, Resolution known) {
        Article article = known.article();
        return article == null ? item : new Item(item.gtin() != null ? item.gtin() : article.gtin(),
                item.buyerArticle() != null ? item.buyerArticle() : known.buyerArticle(), article.number(),
                item.description() != null ? item.description() : article.nameEn());
    }

    private static @Nullable String place(DeliveryScheduleDocument document) {
        return Stream.of(PartyRole.SHIP_TO, PartyRole.CONSIGNEE)
                .flatMap(role -> document.party(role).stream())
                .flatMap(party -> Stream.concat(party.identifiers().stream().map(identifier -> identifier.value()), Stream.ofNullable(party.name())))
                .findFirst()
                .orElse(null);
    }

    private Key key() {
        return new Key(what(), shipTo, orderNumber, orderLineNumber, unit);
    }

    /** What it asks for, wherever it is to go. */
    Object goods() {
        return new Key(what(), null, orderNumber, orderLineNumber, unit);
    }

    private Object what() {
        return article != null ? article : Objects.requireNonNullElse(number(), "line " + lineNumber);
    }

    private Demand and(Demand other) {
        return new Demand(lineNumber, article, item, unit, shipTo, orderNumber, orderLineNumber,
                cumulativeReceived != null ? cumulativeReceived : other.cumulativeReceived,
                cumulativeReceived != null ? cumulativeSince : other.cumulativeSince, lastReceipt != null ? lastReceipt : other.lastReceipt,
                Stream.concat(deliveries.stream(), other.deliveries.stream()).toList());
    }

    /** By which the document names the article first; {@code null} for one without any number. */
    @Nullable String number() {
        return item.buyerArticle() != null ? item.buyerArticle() : item.supplierArticle() != null ? item.supplierArticle() : item.gtin();
    }

    /** All by which the article may be known in another release. */
    List<String> numbers() {
        return numbers(article, item);
    }

    static List<String> numbers(@Nullable UUID article, Item item) {
        List<String> numbers = new ArrayList<>();
        Stream.of("article", "gtin", "buyer", "supplier").forEach(kind -> {
            Object number = switch (kind) {
                case "article" -> article;
                case "gtin" -> item.gtin();
                case "buyer" -> item.buyerArticle();
                default -> item.supplierArticle();
            };
            if (number != null) {
                numbers.add(kind + " " + number);
            }
        });
        return numbers;
    }
}

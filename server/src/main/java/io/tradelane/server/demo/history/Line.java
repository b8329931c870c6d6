package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an order, and how far it has got; its state follows from its quantities as the engine derives it. */
final class Line {
    final UUID id;
    final Article article;
    final int position;
    final int quantity;
    final BigDecimal price;
    boolean confirmed;
    boolean ended;
    int shipped;
    int counted;
    int received;
    int damaged;
    int invoiced;

    Line(UUID id, Article article, int position, int quantity, BigDecimal price) {
        this.id = id;
        this.article = article;
        this.position = position;
        this.quantity = quantity;
        this.price = price;
    }

    BigDecimal amount(int pieces) {
        return price.multiply(BigDecimal.valueOf(pieces)).setScale(2, RoundingMode.HALF_UP);
    }

    String state(boolean rejected) {
        if (ended) {
            return rejected ? "REJECTED" : "CANCELLED";
        }
        return received > 0 ? received >= quantity ? "RECEIVED" : "PART_RECEIVED" : shipped > 0 ? shipped >= quantity ? "SHIPPED" : "PART_SHIPPED" : confirmed ? "CONFIRMED" : "OPEN";
    }

    /** What every document that speaks of the line says of its article. */
    Map<String, @Nullable Object> item(String buyersNumber) {
        return Map.of("gtin", article.gtin(), "supplier_article", article.number(), "buyer_article", buyersNumber, "description", article.nameEn(), "unit", article.family().unit());
    }
}

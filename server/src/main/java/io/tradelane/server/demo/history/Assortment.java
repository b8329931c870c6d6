package io.tradelane.server.demo.history;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a buyer has of a supplier, what it takes most often first, at prices that are agreed for half a year.
 *
 * @param part of the list's price that this buyer pays
 */
record Assortment(Trader buyer, Trader supplier, List<Article> articles, double part, LocalDate from, LocalDate today) {
    private static final int MONTHS = 6;

    /** First day of the half-year in which the day is. */
    LocalDate period(LocalDate day) {
        return from.plusMonths(ChronoUnit.MONTHS.between(from, day) / MONTHS * MONTHS);
    }

    BigDecimal price(Article article, LocalDate day) {
        return article.price(buyer.currency(), period(day), today, part);
    }

    String buyersNumber(Article article) {
        return buyer.prefix() + "-" + article.number().substring(article.number().length() - 5) + supplier.prefix().charAt(0);
    }

    void write(RowWriter rows) {
        for (Article article : articles) {
            rows.add("buyer_article", "buyer_org_id", buyer.id(), "supplier_org_id", supplier.id(), "number", buyersNumber(article), "article_id", article.id());
            for (LocalDate day = from; !day.isAfter(today); day = day.plusMonths(MONTHS)) {
                LocalDate next = day.plusMonths(MONTHS);
                rows.add("agreed_price", "id", UUID.nameUUIDFromBytes((buyer.id() + "/" + article.id() + "/" + day).getBytes(StandardCharsets.UTF_8)),
                        "buyer_org_id", buyer.id(), "supplier_org_id", supplier.id(), "article_id", article.id(), "amount", price(article, day), "currency", buyer.currency(), "basis", 1,
                        "unit", article.family().unit(), "from_quantity", 0, "validity", "[" + day + "," + (next.isAfter(today) ? "" : next) + ")");
            }
        }
    }
}

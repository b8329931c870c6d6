package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prices that a supplier's shop promised to a buyer until a day; an order names them by cXML SupplierPartAuxiliaryID. */
@Service
@Transactional
public class HeldPrices {
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldPrices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param until the last day it counts */
    public record HeldPrice(String auxiliaryId, UUID article, Price price, LocalDate until) {}

    public void hold(UUID buyer, UUID supplier, HeldPrice held) {
        jdbc.sql("""
                        insert into held_price (supplier_org_id, auxiliary_id, buyer_org_id, article_id, amount, currency, basis, unit, valid_until, created_at)
                        values (:supplier, :auxiliaryId, :buyer, :article, :amount, :currency, :basis, :unit, :until, :now)
                        """)
                .param("supplier", supplier)
                .param("auxiliaryId", held.auxiliaryId())
                .param("buyer", buyer)
                .param("article", held.article())
                .param("amount", held.price().amount().amount())
                .param("currency", held.price().amount().currency())
                .param("basis", held.price().basis().value())
                .param("unit", held.price().basis().unit())
                .param("until", held.until())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Those of these that still count today, by their numbers. */
    @Transactional(readOnly = true)
    public Map<String, HeldPrice> counting(UUID buyer, UUID supplier, Collection<String> auxiliaryIds) {
        return auxiliaryIds.isEmpty() ? Map.of() : jdbc.sql("""
                        select * from held_price where supplier_org_id = :supplier and buyer_org_id = :buyer and auxiliary_id in (:ids)
                            and valid_until >= :today
                        """)
                .param("supplier", supplier)
                .param("buyer", buyer)
                .param("ids", auxiliaryIds)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new HeldPrice(row.getString("auxiliary_id"), row.getObject("article_id", UUID.class),
                        new Price(new Money(price(row.getBigDecimal("amount")), row.getString("currency")),
                                new Quantity(row.getBigDecimal("basis").stripTrailingZeros(), row.getString("unit"))),
                        row.getObject("valid_until", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(HeldPrice::auxiliaryId, held -> held));
    }

    private static BigDecimal price(BigDecimal padded) {
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
    }
}

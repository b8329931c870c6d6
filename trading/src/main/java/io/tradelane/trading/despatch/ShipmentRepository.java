package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.ShipmentView.Issue;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes shipments. */
@Repository
class ShipmentRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    ShipmentRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    record Standing(UUID id, byte[] contentHash) {}

    Optional<Standing> standing(Parties parties, String number) {
        return jdbc.sql("""
                        select id, content_hash from shipment
                        where supplier_org_id = :supplier and buyer_org_id = :buyer and number = :number
                        """)
                .param("supplier", parties.supplier())
                .param("buyer", parties.buyer())
                .param("number", number)
                .query(Standing.class)
                .optional();
    }

    Optional<UUID> ofRequest(UUID requestId) {
        return jdbc.sql("select id from shipment where request_id = :request").param("request", requestId)
                .query(UUID.class).optional();
    }

    /** Which of these SSCCs the supplier used before. */
    List<String> used(UUID supplier, List<String> ssccs) {
        return ssccs.isEmpty() ? List.of()
                : jdbc.sql("select sscc from package where supplier_org_id = :supplier and sscc in (:ssccs)")
                .param("supplier", supplier)
                .param("ssccs", ssccs)
                .query(String.class)
                .list();
    }

    boolean insert(
            UUID id, DespatchAdviceDocument document, Parties parties, byte[] hash, @Nullable UUID requestId,
            MessageContext context) {
        return jdbc.sql("""
                        insert into shipment (id, buyer_org_id, supplier_org_id, number, despatched_at, estimated_arrival, carrier,
                            carrier_reference, content_hash, request_id, source, interchange_id, message_id, created_at)
                        values (:id, :buyer, :supplier, :number, :despatchedAt, :estimatedArrival, :carrier,
                            :carrierReference, :hash, :request, :source, :interchange, :message, :now)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("number", document.number())
                .param("despatchedAt", document.despatchedAt())
                .param("estimatedArrival", document.estimatedArrival())
                .param("carrier", document.party(PartyRole.CARRIER).map(Party::name).orElse(null))
                .param("carrierReference", document.carrierReference())
                .param("hash", hash)
                .param("request", requestId)
                .param("source", Tenancy.current().source().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update() == 1;
    }

    void insertPackages(
            UUID shipment, DespatchAdviceDocument document, Parties parties, List<BookableOrder> orders,
            List<List<AdviceLines.Matched>> matched) {
        List<SqlParameterSource> packages = new ArrayList<>();
        List<SqlParameterSource> lines = new ArrayList<>();
        for (int i = 0; i < document.packages().size(); i++) {
            DespatchAdviceDocument.Package unit = document.packages().get(i);
            UUID id = Ids.next();
            boolean badDigit = unit.sscc() != null && !CheckDigit.isSscc(unit.sscc());
            packages.add(row(shipment, parties)
                    .addValue("id", id)
                    .addValue("position", i + 1)
                    .addValue("sscc", unit.sscc())
                    .addValue("packageType", unit.packageType())
                    .addValue("issues", json(badDigit ? List.of(Issue.SSCC_CHECK_DIGIT) : List.of())));
            for (AdviceLines.Matched line : matched.get(i)) {
                lines.add(line(row(shipment, parties), id, lines.size() + 1, line));
            }
        }
        batch.batchUpdate("""
                        insert into shipment_order (shipment_id, order_id, buyer_org_id, supplier_org_id)
                        values (:shipment, :order, :buyer, :supplier)
                        """,
                orders.stream().map(order -> row(shipment, parties)
                        .addValue("order", order.id())).toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                        insert into package (id, shipment_id, buyer_org_id, supplier_org_id, position, sscc, package_type, issues)
                        values (:id, :shipment, :buyer, :supplier, :position, :sscc, :packageType, cast(:issues as jsonb))
                        """,
                packages.toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                        insert into package_line (id, package_id, shipment_id, buyer_org_id, supplier_org_id, position, order_id, po_line_id,
                            order_number, order_line_number, gtin, supplier_article, buyer_article, description, shipped_quantity, unit,
                            batch, best_before, issues)
                        values (:id, :package, :shipment, :buyer, :supplier, :position, :order, :orderLine,
                            :orderNumber, :orderLineNumber, :gtin, :supplierArticle, :buyerArticle, :description, :shipped, :unit,
                            :batch, :bestBefore, cast(:issues as jsonb))
                        """,
                lines.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(UUID shipment, Parties parties) {
        return new MapSqlParameterSource()
                .addValue("shipment", shipment)
                .addValue("buyer", parties.buyer())
                .addValue("supplier", parties.supplier());
    }

    private static SqlParameterSource line(MapSqlParameterSource row, UUID unit, int position,
            AdviceLines.Matched matched) {
        DespatchAdviceDocument.Line said = matched.said();
        var line = matched.line();
        BookableOrder order = matched.order();
        return row.addValue("id", Ids.next())
                .addValue("package", unit)
                .addValue("position", position)
                .addValue("order", order == null ? null : order.id())
                .addValue("orderLine", matched.orderLine())
                .addValue("orderNumber", order == null ? said.orderNumber() : order.number())
                .addValue("orderLineNumber", line == null ? said.orderLineNumber() : line.lineNumber())
                .addValue("gtin", said.item().gtin() != null || line == null ? said.item().gtin() : line.gtin())
                .addValue("supplierArticle", said.item().supplierArticle() != null || line == null
                        ? said.item().supplierArticle() : line.supplierArticle())
                .addValue("buyerArticle", said.item().buyerArticle() != null || line == null
                        ? said.item().buyerArticle() : line.buyerArticle())
                .addValue("description", said.item().description() != null || line == null ? said.item().description()
                        : line.description())
                .addValue("shipped", said.shipped().value())
                .addValue("unit", said.shipped().unit())
                .addValue("batch", said.batch())
                .addValue("bestBefore", said.bestBefore())
                .addValue("issues", json(matched.issues()));
    }

    /** Names of constants need no escaping. */
    private static String json(List<Issue> issues) {
        return issues.stream().map(issue -> '"' + issue.name() + '"').toList().toString();
    }
}

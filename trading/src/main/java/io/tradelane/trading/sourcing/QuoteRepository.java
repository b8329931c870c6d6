package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.RowParameters;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quotations: the negotiation, its versions and their lines. Whoever changes one holds the row of the negotiation locked. */
@Repository
class QuoteRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    QuoteRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Optional<QuoteRow> find(UUID id) {
        return jdbc.sql("select * from quote where id = :id").param("id", id).query(QuoteRow.class).optional();
    }

    Optional<QuoteRow> lock(UUID id) {
        return jdbc.sql("select * from quote where id = :id for update").param("id", id).query(QuoteRow.class).optional();
    }

    Optional<QuoteRow> lock(UUID rfq, UUID supplier) {
        return jdbc.sql("select * from quote where rfq_id = :rfq and supplier_org_id = :supplier for update")
                .param("rfq", rfq)
                .param("supplier", supplier)
                .query(QuoteRow.class)
                .optional();
    }

    /** The one nobody asked for, of that number. */
    Optional<QuoteRow> lockUnsolicited(Parties parties, String number) {
        return jdbc.sql("select * from quote where rfq_id is null and buyer_org_id = :buyer and supplier_org_id = :supplier and number = :number for update")
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("number", number)
                .query(QuoteRow.class)
                .optional();
    }

    List<QuoteRow> ofRfq(UUID rfq) {
        return jdbc.sql("select * from quote where rfq_id = :rfq order by id").param("rfq", rfq).query(QuoteRow.class).list();
    }

    /** What came under a number of the supplier before. */
    record Known(UUID quoteId, byte[] contentHash) {}

    Optional<Known> known(Parties parties, String documentKey) {
        return jdbc.sql("""
                        select quote_id, content_hash from quote_version
                         where supplier_org_id = :supplier and buyer_org_id = :buyer and document_key = :key
                        """)
                .param("supplier", parties.supplier())
                .param("buyer", parties.buyer())
                .param("key", documentKey)
                .query(Known.class)
                .optional();
    }

    void insert(QuoteRow quote) {
        jdbc.sql("""
                        insert into quote (id, rfq_id, buyer_org_id, supplier_org_id, number, current_version, state, created_at, updated_at, version)
                        values (:id, :rfqId, :buyerOrgId, :supplierOrgId, :number, :currentVersion, :state, :createdAt, :updatedAt, :version)
                        """)
                .paramSource(new RowParameters(quote))
                .update();
    }

    void insert(QuoteVersionRow version, List<QuoteLineRow> lines) {
        jdbc.sql("""
                        insert into quote_version (id, quote_id, buyer_org_id, supplier_org_id, n, number, document_key, author, answers, rfq_version,
                            round, state, currency, valid_to, total, stated_total, payment_terms, note, reason, revealed, content_hash, source,
                            interchange_id, message_id, submitted_at)
                        values (:id, :quoteId, :buyerOrgId, :supplierOrgId, :n, :number, :documentKey, :author, :answers, :rfqVersion,
                            :round, :state, :currency, :validTo, :total, :statedTotal, :paymentTerms, :note, :reason, :revealed, :contentHash, :source,
                            :interchangeId, :messageId, :submittedAt)
                        """)
                .paramSource(new RowParameters(version))
                .update();
        batch.batchUpdate("""
                        insert into quote_line (id, version_id, rfq_line_id, position, line_number, gtin, buyer_article, supplier_article, description,
                            unit, quantity, price, price_basis, price_unit, minimum_order, lead_time_days, promised_delivery, note)
                        values (:id, :versionId, :rfqLineId, :position, :lineNumber, :gtin, :buyerArticle, :supplierArticle, :description,
                            :unit, :quantity, :price, :priceBasis, :priceUnit, :minimumOrder, :leadTimeDays, :promisedDelivery, :note)
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    List<QuoteVersionRow> versions(Collection<UUID> quotes) {
        return quotes.isEmpty() ? List.of()
                : jdbc.sql("select * from quote_version where quote_id in (:quotes) order by quote_id, n")
                .param("quotes", quotes)
                .query(QuoteVersionRow.class)
                .list();
    }

    /** Empty while it is secret from who asks. */
    Optional<QuoteVersionRow> current(QuoteRow quote) {
        return jdbc.sql("select * from quote_version where quote_id = :quote and n = :n")
                .param("quote", quote.id())
                .param("n", quote.currentVersion())
                .query(QuoteVersionRow.class)
                .optional();
    }

    /** The lines of each version, by position. */
    Map<UUID, List<QuoteLineRow>> lines(Collection<UUID> versions) {
        return versions.isEmpty() ? Map.of()
                : jdbc.sql("select * from quote_line where version_id in (:versions) order by version_id, position")
                .param("versions", versions)
                .query(QuoteLineRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(QuoteLineRow::versionId));
    }

    /** Ends a version, or says that both agree to it; the negotiation stands as its current version does. */
    void move(QuoteRow quote, QuoteState to, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("update quote_version set state = :to, reason = coalesce(:reason, reason), ended_at = :now where quote_id = :quote and n = :n")
                .param("to", to.name())
                .param("reason", reason)
                .param("now", now)
                .param("quote", quote.id())
                .param("n", quote.currentVersion())
                .update();
        stands(quote, quote.currentVersion(), to, now);
    }

    void stands(QuoteRow quote, int current, QuoteState state, OffsetDateTime now) {
        jdbc.sql("update quote set current_version = :n, state = :state, updated_at = :now, version = version + 1 where id = :id")
                .param("n", current)
                .param("state", state.name())
                .param("now", now)
                .param("id", quote.id())
                .update();
    }

    /** From now on the buyer sees them. To be called as the hub. @return the messages they came in */
    List<UUID> reveal(UUID rfq) {
        return jdbc.sql("""
                        update quote_version v set revealed = true from quote q
                         where q.id = v.quote_id and q.rfq_id = :rfq and not v.revealed returning v.message_id
                        """)
                .param("rfq", rfq)
                .query(UUID.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    List<UUID> expired(LocalDate today) {
        return jdbc.sql("""
                        select v.quote_id from quote_version v join quote q on q.id = v.quote_id and q.current_version = v.n
                         where v.state = 'SUBMITTED' and v.valid_to < :today limit 100
                        """)
                .param("today", today)
                .query(UUID.class)
                .list();
    }
}

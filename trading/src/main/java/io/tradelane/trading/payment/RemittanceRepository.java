package io.tradelane.trading.payment;

import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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

/** Writes remittance advices and their cases. */
@Repository
class RemittanceRepository {
    /** What is neither paid nor announced of invoice {@code i}. */
    static final String OPEN = """
            i.payable_total - i.paid_total - coalesce(
                (select sum(greatest(m.announced - coalesce(b.amount, 0), 0))
                   from remittance_item m join remittance_advice a on a.id = m.advice_id and a.arrived < a.total
                   left join lateral (select sum(r.amount) as amount from remittance_arrival r
                       join payment_alloc p on p.id = r.alloc_id and not p.reversed where r.item_id = m.id) b on true
                  where m.invoice_id = i.id), 0)
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    RemittanceRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    record Standing(UUID id, byte[] contentHash) {}

    Optional<Standing> standing(Parties parties, String number) {
        return jdbc.sql("""
                        select id, content_hash from remittance_advice
                        where buyer_org_id = :buyer and supplier_org_id = :supplier and number = :number
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("number", number)
                .query(Standing.class)
                .optional();
    }

    Optional<UUID> requested(UUID requestId) {
        return jdbc.sql("select id from remittance_advice where request_id = :request").param("request", requestId).query(UUID.class).optional();
    }

    /** The document of a number between the parties: that of the year it is dated, else the latest. */
    Optional<UUID> document(Parties parties, Announcement announcement) {
        LocalDate day = announcement.item().documentDate();
        return jdbc.sql("""
                        select id from invoice where supplier_org_id = :supplier and buyer_org_id = :buyer and number = :number
                            and (cast(:year as int) is null or year = :year) and (kind = 'CREDIT_NOTE') = :setOff
                        order by year desc limit 1
                        """)
                .param("supplier", parties.supplier())
                .param("buyer", parties.buyer())
                .param("number", announcement.item().documentNumber())
                .param("year", day == null ? null : day.getYear())
                .param("setOff", announcement.setOff())
                .query(UUID.class)
                .optional();
    }

    /** @param open neither paid nor announced */
    record Payable(BigDecimal open, String currency) {}

    Payable payable(UUID invoice) {
        return jdbc.sql("select " + OPEN + " as open, i.currency from invoice i where i.id = :invoice")
                .param("invoice", invoice)
                .query(Payable.class)
                .single();
    }

    /** @return whether it is new; {@code false}: one of that number is being applied */
    boolean insert(UUID id, RemittanceAdviceDocument document, Parties parties, String currency, byte[] hash, @Nullable UUID request, MessageContext context) {
        return jdbc.sql("""
                        insert into remittance_advice (id, buyer_org_id, supplier_org_id, number, issued_on, payment_on, payment_reference, total,
                            currency, content_hash, request_id, source, interchange_id, message_id, created_at)
                        values (:id, :buyer, :supplier, :number, :issued, :payment, :reference, :total,
                            :currency, :hash, :request, :source, :interchange, :message, :now)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("number", document.number())
                .param("issued", document.issueDate())
                .param("payment", document.paymentDate() == null ? document.issueDate() : document.paymentDate())
                .param("reference", document.paymentReference())
                .param("total", document.total().amount())
                .param("currency", currency)
                .param("hash", hash)
                .param("request", request)
                .param("source", Tenancy.current().source().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update() == 1;
    }

    void insertItems(UUID advice, Parties parties, List<AnnouncePayment.Named> items) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (AnnouncePayment.Named named : items) {
            RemittanceAdviceDocument.Item item = named.said().item();
            rows.add(new MapSqlParameterSource("id", named.id())
                    .addValue("advice", advice)
                    .addValue("buyer", parties.buyer())
                    .addValue("supplier", parties.supplier())
                    .addValue("position", rows.size() + 1)
                    .addValue("invoice", named.document())
                    .addValue("kind", item.documentKind().name())
                    .addValue("number", item.documentNumber())
                    .addValue("documentOn", item.documentDate())
                    .addValue("due", item.due() == null ? null : item.due().amount())
                    .addValue("announced", named.said().announced())
                    .addValue("deducted", named.said().deducted()));
        }
        batch.batchUpdate("""
                        insert into remittance_item (id, advice_id, buyer_org_id, supplier_org_id, position, invoice_id, kind, document_number,
                            document_on, due, announced, deducted)
                        values (:id, :advice, :buyer, :supplier, :position, :invoice, :kind, :number, :documentOn, :due, :announced, :deducted)
                        """,
                rows.toArray(SqlParameterSource[]::new));
    }

    /** @param invoice {@code null}: of the whole advice, or of a document that is not here */
    record NewCase(RemittanceCase.Reason reason, @Nullable UUID invoice, @Nullable String documentNumber, @Nullable String code, @Nullable String note,
            BigDecimal amount) {}

    void insertCase(UUID advice, Parties parties, String currency, NewCase found) {
        jdbc.sql("""
                        insert into remittance_case (id, advice_id, buyer_org_id, supplier_org_id, invoice_id, document_number, reason, code, note,
                            amount, currency, created_at)
                        values (:id, :advice, :buyer, :supplier, :invoice, :number, :reason, :code, :note, :amount, :currency, :now)
                        """)
                .param("id", Ids.next())
                .param("advice", advice)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("invoice", found.invoice())
                .param("number", found.documentNumber())
                .param("reason", found.reason().name())
                .param("code", found.code())
                .param("note", found.note())
                .param("amount", found.amount())
                .param("currency", currency)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    record LockedCase(UUID id, UUID adviceId, UUID buyerOrgId, UUID supplierOrgId, @Nullable String documentNumber, RemittanceCase.Status status,
            BigDecimal amount, String currency, int version) {}

    Optional<LockedCase> lockCase(UUID id) {
        return jdbc.sql("""
                        select id, advice_id, buyer_org_id, supplier_org_id, document_number, status, amount, currency, version
                        from remittance_case where id = :id for update
                        """)
                .param("id", id)
                .query(LockedCase.class)
                .optional();
    }

    void close(UUID id, RemittanceCase.Status status, String reason) {
        jdbc.sql("""
                        update remittance_case set status = :status, closed_at = :now, closed_by = :by, closed_reason = :reason, version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("status", status.name())
                .param("now", OffsetDateTime.now(clock))
                .param("by", Tenancy.current().name())
                .param("reason", reason)
                .update();
    }
}

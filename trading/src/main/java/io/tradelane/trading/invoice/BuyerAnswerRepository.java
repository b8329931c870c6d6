package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.InvoiceResponseDocument.Status;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The buyers' answers to invoices. */
@Repository
class BuyerAnswerRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Clarification>> CLARIFICATIONS = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final Clock clock;

    BuyerAnswerRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<byte[]> contentHash(UUID invoice, String number) {
        return jdbc.sql("select content_hash from invoice_response where invoice_id = :invoice and number = :number")
                .param("invoice", invoice)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    UUID insert(InvoiceRow invoice, InvoiceResponseDocument document, byte[] hash, MessageContext context) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into invoice_response (id, invoice_id, buyer_org_id, supplier_org_id, number, issued_on, status, effective_on,
                            note, clarifications, content_hash, source, interchange_id, message_id, at)
                        values (:id, :invoice, :buyer, :supplier, :number, :issued, :status, :effective,
                            :note, cast(:clarifications as jsonb), :hash, :source, :interchange, :message, :now)
                        """)
                .param("id", id)
                .param("invoice", invoice.id())
                .param("buyer", invoice.buyerOrgId())
                .param("supplier", invoice.supplierOrgId())
                .param("number", document.number())
                .param("issued", document.issueDate())
                .param("status", document.status().name())
                .param("effective", document.effectiveDate())
                .param("note", document.note())
                .param("clarifications", MAPPER.writeValueAsString(document.clarifications()))
                .param("hash", hash)
                .param("source", Tenancy.current().source().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update invoice set buyer_answer = :status, version = version + 1 where id = :id")
                .param("status", document.status().name())
                .param("id", invoice.id())
                .update();
        return id;
    }

    /** Oldest first. */
    List<BuyerAnswer> of(UUID invoice) {
        return jdbc.sql("select * from invoice_response where invoice_id = :invoice order by at, id")
                .param("invoice", invoice)
                .query((row, n) -> new BuyerAnswer(row.getString("number"), row.getObject("issued_on", LocalDate.class),
                        Status.valueOf(row.getString("status")), row.getObject("effective_on", LocalDate.class), row.getString("note"),
                        MAPPER.readValue(row.getString("clarifications"), CLARIFICATIONS), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("message_id", UUID.class)))
                .list();
    }
}

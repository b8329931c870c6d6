package io.tradelane.trading.inventory;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Quantity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports stock to buyers who get inventory reports by agreement: what they may see exactly, at most once an hour, and only when it is not what was
 * reported last.
 */
@Service
@Transactional
public class StockNews {
    private static final Duration EVERY = Duration.ofHours(1);
    private final JdbcClient jdbc;
    private final StockSharing sharing;
    private final Outbox outbox;
    private final ControlNumbers numbers;
    private final Organisations organisations;
    private final Clock clock;

    StockNews(JdbcClient jdbc, StockSharing sharing, Outbox outbox, ControlNumbers numbers, Organisations organisations, Clock clock) {
        this.jdbc = jdbc;
        this.sharing = sharing;
        this.outbox = outbox;
        this.numbers = numbers;
        this.organisations = organisations;
        this.clock = clock;
    }

    private record Due(UUID supplier, UUID buyer) {}

    /** For an actor of scope HUB. @return how many reports go out */
    public int report() {
        return (int) jdbc.sql("""
                        select a.sender_org_id as supplier, a.receiver_org_id as buyer from agreement a left join stock_report r
                            on r.supplier_org_id = a.sender_org_id and r.buyer_org_id = a.receiver_org_id
                         where a.document_type = :type and a.ended_at is null and (r.looked_at is null or r.looked_at <= :before)
                           and exists (select from stock_share s where s.supplier_org_id = a.sender_org_id and s.mode = 'EXACT'
                                and (s.buyer_org_id is null or s.buyer_org_id = a.receiver_org_id))
                         order by 1, 2
                        """)
                .param("type", DocumentType.INVENTORY_REPORT.name()).param("before", SqlValues.at(clock.instant().minus(EVERY)))
                .query(Due.class).list().stream().filter(this::report).count();
    }

    /** Locks the pair, so that another hub that does the same waits and then finds nothing new. */
    private boolean report(Due due) {
        jdbc.sql("insert into stock_report (supplier_org_id, buyer_org_id, content_hash, looked_at) values (:supplier, :buyer, '', '-infinity') on conflict do nothing")
                .param("supplier", due.supplier).param("buyer", due.buyer).update();
        byte[] before = jdbc.sql("select content_hash from stock_report where supplier_org_id = :supplier and buyer_org_id = :buyer for update")
                .param("supplier", due.supplier).param("buyer", due.buyer).query((row, n) -> row.getBytes(1)).single();
        List<SharedStockRow> rows = sharing.exactly(due.supplier, due.buyer);
        byte[] hash = hash(rows);
        boolean news = !rows.isEmpty() && !Arrays.equals(hash, before);
        jdbc.sql("update stock_report set content_hash = :hash, looked_at = :now where supplier_org_id = :supplier and buyer_org_id = :buyer")
                .param("hash", hash).param("now", SqlValues.at(clock.instant())).param("supplier", due.supplier).param("buyer", due.buyer).update();
        if (news) {
            String number = "SR-" + "%06d".formatted(Long.parseLong(numbers.next(due.supplier, due.supplier, ControlNumbers.Kind.DOCUMENT)));
            Tenancy.run(Tenancy.Actor.hub(due.supplier, "hub", Tenancy.Source.HUB), () -> outbox.enqueue(new OutboundDocument(due.supplier, due.buyer,
                    document(number, due, rows), number, null, null, "invrpt:" + due.supplier + ":" + number)));
        }
        return news;
    }

    private InventoryReportDocument document(String number, Due due, List<SharedStockRow> rows) {
        List<InventoryReportDocument.Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new InventoryReportDocument.Line(String.valueOf(lines.size() + 1),
                new Item(row.gtin(), row.buyerArticle(), row.number(), row.name(false)), null, null,
                List.of(new InventoryReportDocument.Stock(Kind.AVAILABLE, new Quantity(row.stock().quantity(), row.unit()))))));
        return new InventoryReportDocument(number, LocalDate.now(clock), OffsetDateTime.now(clock),
                List.of(party(PartyRole.SUPPLIER, due.supplier), party(PartyRole.BUYER, due.buyer)), lines);
    }

    private Party party(PartyRole role, UUID id) {
        Organisation company = organisations.find(id).orElseThrow();
        return new Party(role, company.gln() == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, company.gln())), company.name(), null, null);
    }

    private static byte[] hash(List<SharedStockRow> rows) {
        String said = rows.stream().map(row -> row.number() + "=" + row.stock().quantity() + row.unit()).collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

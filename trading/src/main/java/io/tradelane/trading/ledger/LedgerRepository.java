package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LedgerRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JOURNAL = """
            select j.id, j.org_id, j.number, j.booked_on, j.rule, j.source_id, j.text, j.reversal_of, j.posted_at,
                   l.account, l.debit, l.credit, l.currency, l.counterparty_org_id, l.cash_flow_item
            from journal j join journal_line l on l.journal_id = j.id
            """;
    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names are those that the SQL function {@code ledger_post} reads. */
    private record Entry(
            UUID id, UUID organisation, String rule, UUID source, String booked_on, String text,
            @Nullable UUID reversal_of, List<EntryLine> lines) {}

    private record EntryLine(
            String account, BigDecimal debit, BigDecimal credit, String currency, @Nullable UUID counterparty,
            @Nullable String cash_flow_item) {}

    private record ChartLine(String code, String name_zh, String name_en, String account_class, String control,
            boolean is_cash) {}

    void post(List<Posting> postings) {
        write(postings.stream()
                .map(p -> new Entry(Ids.next(), p.organisation(), p.rule().name(), p.source(), p.date().toString(),
                        p.text(), null,
                        p.lines().stream().map(LedgerRepository::line).toList()))
                .toList());
    }

    void reverse(UUID source, LocalDate date, String text) {
        List<JournalView> booked = jdbc.sql(JOURNAL + """
                        where j.source_id = :source and j.reversal_of is null
                            and not exists (select 1 from journal r where r.reversal_of = j.id)
                        order by j.org_id, j.number, l.line_number
                        """)
                .param("source", source)
                .query(JournalRows.EXTRACTOR);
        write(booked.stream()
                .map(j -> new Entry(Ids.next(), j.organisation(), Posting.Rule.REVERSAL.name() + ":" + j.rule(), source,
                        date.toString(), text, j.id(),
                        j.lines().stream().map(LedgerRepository::opposite).toList()))
                .toList());
    }

    private void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        String json = JSON.writeValueAsString(entries);
        List<UUID> withoutBooks = post(json);
        if (!withoutBooks.isEmpty()) {
            withoutBooks.forEach(this::open);
            post(json);
        }
    }

    private List<UUID> post(String entries) {
        return jdbc.sql("select ledger_post(cast(:entries as jsonb))").param("entries", entries).query(UUID.class)
                .list();
    }

    private void open(UUID organisation) {
        List<ChartLine> chart = Arrays.stream(Account.values())
                .map(a -> new ChartLine(a.code(), a.nameZh(), a.nameEn(), a.accountClass().name(), a.control().name(),
                        a.cash()))
                .toList();
        jdbc.sql("select ledger_open(:organisation, cast(:chart as jsonb))")
                .param("organisation", organisation)
                .param("chart", JSON.writeValueAsString(chart))
                .query((row, n) -> true)
                .list();
    }

    List<Balance> balances(UUID organisation) {
        return jdbc.sql("""
                        select account, currency, sum(debit) as debit, sum(credit) as credit from journal_line
                        where org_id = :organisation group by account, currency order by account, currency
                        """)
                .param("organisation", organisation)
                .query((row, n) -> new Balance(
                        JournalRows.account(row.getString("account")),
                        row.getString("currency"),
                        row.getBigDecimal("debit"),
                        row.getBigDecimal("credit"),
                        row.getBigDecimal("debit").subtract(row.getBigDecimal("credit"))))
                .list();
    }

    List<JournalView> journals(UUID organisation, int limit) {
        return jdbc.sql(JOURNAL + """
                        where j.id in (select id from journal where org_id = :organisation order by number desc limit :limit)
                        order by j.number desc, l.line_number
                        """)
                .param("organisation", organisation)
                .param("limit", limit)
                .query(JournalRows.EXTRACTOR);
    }

    List<JournalView> ofSource(UUID source) {
        return jdbc.sql(JOURNAL + "where j.source_id = :source order by j.posted_at, j.org_id, j.number, l.line_number")
                .param("source", source)
                .query(JournalRows.EXTRACTOR);
    }

    private static EntryLine line(Posting.Line line) {
        return new EntryLine(
                line.account().code(),
                line.signed().max(BigDecimal.ZERO),
                line.signed().negate().max(BigDecimal.ZERO),
                line.currency(),
                line.counterparty(),
                line.cashFlow() == null ? null : line.cashFlow().name());
    }

    private static EntryLine opposite(Posting.Line line) {
        EntryLine booked = line(line);
        return new EntryLine(
                booked.account, booked.credit, booked.debit, booked.currency, booked.counterparty,
                booked.cash_flow_item);
    }

}

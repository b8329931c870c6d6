package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads journals from rows of journal joined with journal_line, in the rows' order. */
final class JournalRows {
    static final ResultSetExtractor<List<JournalView>> EXTRACTOR = JournalRows::journals;
    private static final Map<String, Account> BY_CODE =
            Arrays.stream(Account.values()).collect(Collectors.toMap(Account::code, account -> account));

    private JournalRows() {}

    private static List<JournalView> journals(ResultSet rows) throws SQLException {
        Map<UUID, JournalView> journals = new LinkedHashMap<>();
        while (rows.next()) {
            UUID id = rows.getObject("id", UUID.class);
            JournalView journal = journals.get(id);
            if (journal == null) {
                journal = journal(rows, id);
                journals.put(id, journal);
            }
            journal.lines().add(line(rows));
        }
        return List.copyOf(journals.values());
    }

    private static JournalView journal(ResultSet row, UUID id) throws SQLException {
        String rule = row.getString("rule");
        return new JournalView(
                id,
                row.getObject("org_id", UUID.class),
                row.getLong("number"),
                row.getObject("booked_on", LocalDate.class),
                Posting.Rule.valueOf(rule.contains(":") ? rule.substring(0, rule.indexOf(':')) : rule),
                row.getObject("source_id", UUID.class),
                row.getString("text"),
                row.getObject("reversal_of", UUID.class),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                new ArrayList<>());
    }

    private static Posting.Line line(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal debit = row.getBigDecimal("debit");
        BigDecimal credit = row.getBigDecimal("credit");
        String cashFlow = row.getString("cash_flow_item");
        return new Posting.Line(
                account(row.getString("account")),
                debit.signum() == 0 ? null : new Money(debit, currency),
                credit.signum() == 0 ? null : new Money(credit, currency),
                row.getObject("counterparty_org_id", UUID.class),
                cashFlow == null ? null : CashFlow.valueOf(cashFlow));
    }

    static Account account(String code) {
        Account account = BY_CODE.get(code);
        if (account == null) {
            throw new IllegalStateException("no account " + code + " in the chart");
        }
        return account;
    }
}

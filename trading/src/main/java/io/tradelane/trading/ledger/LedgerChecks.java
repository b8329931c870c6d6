package io.tradelane.trading.ledger;

import io.tradelane.trading.ledger.Violation.Check;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proofs over the whole books; each query finds what is wrong and nothing else. */
@Component
class LedgerChecks {
    private static final String SQL = """
            select 'JOURNAL_UNBALANCED' as code, org_id, journal_id || ' ' || currency || ' ' || (sum(debit) - sum(credit)) as detail
            from journal_line group by org_id, journal_id, currency having sum(debit) <> sum(credit)
            union all
            select 'TRIAL_BALANCE', org_id, currency || ' ' || (sum(debit) - sum(credit))
            from journal_line group by org_id, currency having sum(debit) <> sum(credit)
            union all
            select 'CONTROL_ACCOUNT', coalesce(b.org_id, i.org_id), coalesce(b.account, i.account) || ' ' || coalesce(b.currency, i.currency)
                || ' books ' || coalesce(b.balance, 0) || ' open items ' || coalesce(i.residual, 0)
            from (select l.org_id, l.account, l.currency, sum(l.debit - l.credit) as balance
                  from journal_line l join gl_account a on a.org_id = l.org_id and a.code = l.account
                  where a.control in ('RECEIVABLE', 'PAYABLE') group by l.org_id, l.account, l.currency) b
            full join (select org_id, case side when 'RECEIVABLE' then :receivables else :payables end as account, currency,
                              sum(case side when 'RECEIVABLE' then residual else -residual end) as residual
                       from open_item group by org_id, side, currency) i
                on i.org_id = b.org_id and i.account = b.account and i.currency = b.currency
            where coalesce(b.balance, 0) <> coalesce(i.residual, 0)
            union all
            select 'OPEN_ITEM', i.org_id, i.document_number || ' residual ' || i.residual || ' movements ' || coalesce(sum(m.amount), 0)
            from open_item i left join open_item_movement m on m.open_item_id = i.id
            group by i.id having i.residual <> coalesce(sum(m.amount), 0)
            union all
            select 'NUMBER_GAP', b.org_id, 'last number ' || b.last_number || ', journals ' || count(j.id)
            from ledger_book b left join journal j on j.org_id = b.org_id
            group by b.org_id, b.last_number having b.last_number <> count(j.id)
            """;
    private final JdbcClient jdbc;

    LedgerChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Violation> run() {
        return jdbc.sql(SQL)
                .param("receivables", Account.RECEIVABLES.code())
                .param("payables", Account.PAYABLES.code())
                .query((row, n) -> new Violation(Check.valueOf(row.getString(1)), row.getObject(2, UUID.class),
                        row.getString(3)))
                .list();
    }
}

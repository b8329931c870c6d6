-- Room: ledger. The numbers of all entries of a call are taken from a book at once: one by one, each had to pass by the versions of the book's row
-- that the ones before it in the same transaction had left.
create or replace function ledger_post(entries jsonb) returns setof uuid language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    return query select distinct e.organisation from jsonb_to_recordset(entries) as e (organisation uuid)
        where not exists (select 1 from ledger_book b where b.org_id = e.organisation);
    if found then
        return;
    end if;
    -- One order of locks for everybody; who waited here sees what was booked meanwhile.
    perform 1 from ledger_book b where b.org_id in (select e.organisation from jsonb_to_recordset(entries) as e (organisation uuid))
        order by b.org_id for update;
    with said as (
        select e.*, o.place from jsonb_array_elements(entries) with ordinality as o (entry, place)
            cross join lateral jsonb_to_record(o.entry)
                as e (id uuid, organisation uuid, rule text, source uuid, booked_on date, text text, reversal_of uuid, lines jsonb)
    ), fresh as materialized (
        select s.*, row_number() over (partition by s.organisation order by s.place) as n
        from (select distinct on (source, rule, organisation) * from said order by source, rule, organisation, place) s
        where not exists (select 1 from journal j where j.source_id = s.source and j.rule = s.rule and j.org_id = s.organisation)
    ), taken as (
        update ledger_book b set last_number = b.last_number + c.n
        from (select organisation, count(*) as n from fresh group by organisation) c where b.org_id = c.organisation
        returning b.org_id, b.last_number - c.n as before
    ), written as (
        insert into journal (id, org_id, number, booked_on, rule, source_id, text, reversal_of)
        select f.id, f.organisation, t.before + f.n, f.booked_on, f.rule, f.source, f.text, f.reversal_of
        from fresh f join taken t on t.org_id = f.organisation
    )
    insert into journal_line (journal_id, line_number, org_id, account, debit, credit, currency, counterparty_org_id, cash_flow_item)
    select f.id, a.place, f.organisation, l.account, coalesce(l.debit, 0), coalesce(l.credit, 0), l.currency, l.counterparty, l.cash_flow_item
    from fresh f cross join lateral jsonb_array_elements(f.lines) with ordinality as a (line, place)
        cross join lateral jsonb_to_record(a.line)
            as l (account text, debit numeric, credit numeric, currency char(3), counterparty uuid, cash_flow_item text);
end $$;

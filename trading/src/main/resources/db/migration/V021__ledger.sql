-- Room: ledger. Append-only double-entry books; the one door into them is ledger_post.
create table ledger_book (
    org_id      uuid primary key references organisation (id),
    last_number bigint not null default 0
);

create table gl_account (
    org_id        uuid not null references ledger_book (org_id),
    code          text not null,
    name_zh       text not null,
    name_en       text not null,
    account_class text not null check (account_class in ('ASSET', 'CONTRA', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE')),
    control       text not null check (control in ('NONE', 'RECEIVABLE', 'PAYABLE', 'INVENTORY')),
    is_cash       boolean not null,
    primary key (org_id, code)
);

create table journal (
    id          uuid primary key,
    org_id      uuid not null references ledger_book (org_id),
    number      bigint not null,
    booked_on   date not null,
    rule        text not null,
    source_id   uuid not null,
    text        text not null,
    reversal_of uuid unique references journal (id),
    posted_at   timestamptz not null default now(),
    unique (org_id, number),
    -- A business event is booked once, however often it is told.
    unique (source_id, rule, org_id)
);

create table journal_line (
    journal_id     uuid not null references journal (id),
    line_number    int not null,
    org_id         uuid not null,
    account        text not null,
    debit          numeric(18, 4) not null default 0,
    credit         numeric(18, 4) not null default 0,
    currency       char(3) not null,
    counterparty_org_id uuid references organisation (id),
    cash_flow_item text,
    primary key (journal_id, line_number),
    foreign key (org_id, account) references gl_account (org_id, code),
    check (debit >= 0 and credit >= 0 and (debit > 0) <> (credit > 0))
);
create index journal_line_account on journal_line (org_id, account, currency);

create table open_item (
    id                 uuid primary key,
    org_id             uuid not null references organisation (id),
    counterparty_org_id uuid not null references organisation (id),
    side               text not null check (side in ('PAYABLE', 'RECEIVABLE')),
    document_id        uuid not null,
    document_number    text not null,
    currency           char(3) not null,
    amount             numeric(18, 4) not null,
    residual           numeric(18, 4) not null,
    due_on             date,
    creditor_reference text not null,
    payment_reference  text,
    created_at         timestamptz not null default now(),
    unique (document_id, side)
);
create index open_item_reference on open_item (creditor_reference, org_id);
create index open_item_open on open_item (org_id, side, currency, residual) where residual <> 0;
create index open_item_number on open_item (org_id, document_number);

-- Every movement of an open item: what raises it is positive, what settles it negative, each other way round when taken back.
create table open_item_movement (
    id           bigint generated always as identity primary key,
    open_item_id uuid not null references open_item (id),
    org_id       uuid not null,
    counterparty_org_id uuid not null,
    source_id    uuid not null,
    kind         text not null check (kind in ('RAISED', 'SETTLED')),
    amount       numeric(18, 4) not null,
    at           timestamptz not null default now(),
    unique (open_item_id, source_id)
);
create index open_item_movement_source on open_item_movement (source_id);

create function journal_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only: % on % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
call append_only('journal');
call append_only('journal_line');
call append_only('open_item_movement');
revoke insert, update, delete on ledger_book, gl_account, journal, journal_line from tradelane_app;
create trigger journal_append_only before update or delete on journal
    for each row execute function journal_append_only();
create trigger journal_line_append_only before update or delete on journal_line
    for each row execute function journal_append_only();
create trigger journal_no_truncate before truncate on journal execute function journal_append_only();
create trigger journal_line_no_truncate before truncate on journal_line execute function journal_append_only();

-- Runs at commit, when all lines are there; it sees the whole journal whoever commits, because it runs as the owner.
create function journal_balances() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    wrong record;
begin
    select currency, sum(debit) as debit, sum(credit) as credit into wrong
    from journal_line where journal_id = new.journal_id
    group by currency having sum(debit) <> sum(credit) limit 1;
    if found then
        raise exception 'journal % does not balance in %: debit %, credit %',
            new.journal_id, wrong.currency, wrong.debit, wrong.credit using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger journal_line_balances after insert on journal_line
    deferrable initially deferred for each row execute function journal_balances();

-- Opens the books of an organisation with a chart of accounts; does nothing when they are open.
create function ledger_open(organisation uuid, chart jsonb) returns void language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    insert into ledger_book (org_id) values (organisation) on conflict do nothing;
    insert into gl_account (org_id, code, name_zh, name_en, account_class, control, is_cash)
    select organisation, code, name_zh, name_en, account_class, control, is_cash
    from jsonb_to_recordset(chart)
        as c (code text, name_zh text, name_en text, account_class text, control text, is_cash boolean)
    on conflict do nothing;
end $$;

/*
 * Posts journal entries, each in the books of its organisation: a receipt counted by the buyer is booked by the seller
 * too, which is why this runs as the owner of the tables. Books nothing and answers with the organisations whose books are not
 * open yet, if there are any. The row of the book is locked, so numbers have no gaps.
 */
create function ledger_post(entries jsonb) returns setof uuid language plpgsql security definer
    set search_path = public, pg_temp as $$
declare
    entry record;
    next_number bigint;
begin
    return query select distinct e.organisation from jsonb_to_recordset(entries) as e (organisation uuid)
        where not exists (select 1 from ledger_book b where b.org_id = e.organisation);
    if found then
        return;
    end if;
    for entry in
        select * from jsonb_to_recordset(entries)
            as e (id uuid, organisation uuid, rule text, source uuid, booked_on date, text text, reversal_of uuid, lines jsonb)
        order by e.organisation -- one order of locks for everybody
    loop
        update ledger_book set last_number = last_number + 1 where org_id = entry.organisation
            and not exists (select 1 from journal j
                where j.source_id = entry.source and j.rule = entry.rule and j.org_id = entry.organisation)
            returning last_number into next_number;
        if found then
            insert into journal (id, org_id, number, booked_on, rule, source_id, text, reversal_of)
            values (entry.id, entry.organisation, next_number, entry.booked_on, entry.rule, entry.source, entry.text, entry.reversal_of);
            insert into journal_line (journal_id, line_number, org_id, account, debit, credit, currency, counterparty_org_id, cash_flow_item)
            select entry.id, row_number() over (), entry.organisation, l.account, coalesce(l.debit, 0), coalesce(l.credit, 0),
                   l.currency, l.counterparty, l.cash_flow_item
            from jsonb_to_recordset(entry.lines)
                as l (account text, debit numeric, credit numeric, currency char(3), counterparty uuid, cash_flow_item text);
        end if;
    end loop;
end $$;

-- The functions above run as the owner, who sees and keeps the books of everybody; nobody signs in as it but Flyway.
do $$
declare
    book text;
begin
    foreach book in array array['ledger_book', 'gl_account', 'journal', 'journal_line'] loop
        execute format('create policy owner_keeps on %I to %I using (true) with check (true)', book, current_user);
    end loop;
end $$;
call protect('ledger_book', 'org_id');
call protect('gl_account', 'org_id');
call protect('journal', 'org_id');
call protect('journal_line', 'org_id');
-- What one side owes the other is owed: both see the item, each in its own books.
call protect('open_item', 'org_id', 'counterparty_org_id');
call protect('open_item_movement', 'org_id', 'counterparty_org_id');

-- Room: contract. What two companies agree to in writing: texts that go to and fro as versions which nobody changes, files that are signed one
-- over the other, and what is called off at the prices agreed. A draft is its author's alone until it is proposed.
create sequence contract_number;

create table contract_template (
    id           uuid primary key,
    owner_org_id uuid references organisation (id),   -- null: the operator's, for everybody
    type         text not null check (type in ('ORDER', 'FRAMEWORK')),
    name_en      text not null,
    name_zh      text not null,
    clauses      jsonb not null,
    params       jsonb not null default '{}',
    created_at   timestamptz not null,
    version      int not null default 1
);
create index on contract_template (owner_org_id);

create table contract (
    id                uuid primary key,
    buyer_org_id      uuid not null references organisation (id),
    supplier_org_id   uuid not null references organisation (id),
    owner_org_id      uuid not null references organisation (id),
    number            text not null unique,
    type              text not null check (type in ('ORDER', 'FRAMEWORK')),
    state             text not null,
    revealed          boolean not null default false,
    current_version   int not null,
    effective_version int,
    rfq_id            uuid references rfq (id),
    quote_id          uuid references quote (id),
    order_id          uuid references purchase_order (id),
    ending_org_id     uuid references organisation (id),
    ending_reason     text,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    version           int not null default 1,
    check (buyer_org_id <> supplier_org_id)
);
create index contract_buyer_recent on contract (buyer_org_id, id desc);
create index contract_supplier_recent on contract (supplier_org_id, id desc);
-- Of one award, or one order, there is one contract at a time.
create unique index contract_of_quote on contract (quote_id) where quote_id is not null and state not in ('DECLINED', 'VOIDED', 'EXPIRED', 'TERMINATED');

create table contract_version (
    id              uuid primary key,
    contract_id     uuid not null references contract (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    author_org_id   uuid not null,
    n               int not null,
    amendment       int not null,
    state           text not null,
    revealed        boolean not null,
    title           text not null,
    currency        char(3) not null,
    starts_on       date not null,
    ends_on         date,
    sign_by         date not null,
    payment_terms   text,
    delivery_terms  text,
    params          jsonb not null,
    twin            text not null,
    content_hash    bytea not null,
    note            text,
    reason          text,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    unique (contract_id, n)
);
create index contract_version_due on contract_version (state) where state in ('READY', 'PARTIALLY_SIGNED', 'SIGNED', 'EFFECTIVE');

create table contract_line (
    id               uuid primary key,
    version_id       uuid not null references contract_version (id),
    position         int not null,
    line_number      text not null,
    gtin             text,
    buyer_article    text,
    supplier_article text,
    description      text,
    unit             text not null,
    quantity         numeric(18, 6),               -- null: as much as is called off
    price            numeric(18, 6) not null,
    price_basis      numeric(18, 6) not null,
    delivery         date,
    unique (version_id, line_number)
);

create table contract_clause (
    id         uuid primary key,
    version_id uuid not null references contract_version (id),
    position   int not null,
    kind       text not null,
    title_en   text not null,
    title_zh   text not null,
    text_en    text not null,
    text_zh    text not null,
    unique (version_id, position)
);

-- The paper (step 0), and the same with one signature more at each step.
create table contract_file (
    id         uuid primary key,
    version_id uuid not null references contract_version (id),
    step       int not null,
    content    bytea not null,
    sha256     bytea not null,
    at         timestamptz not null,
    unique (version_id, step)
);
create index on contract_file (sha256);

create table contract_signature (
    id              uuid primary key,
    version_id      uuid not null references contract_version (id),
    file_id         uuid not null references contract_file (id),
    organisation_id uuid not null references organisation (id),
    user_id         uuid,
    signer          text not null,
    subject         text not null,
    fingerprint     text not null,
    level           text not null,
    at              timestamptz not null,
    stamped_at      timestamptz,
    unique (version_id, organisation_id)
);

create table contract_call_off (
    id              uuid primary key,
    contract_id     uuid not null references contract (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    line_number     text not null,
    order_id        uuid not null references purchase_order (id),
    quantity        numeric(18, 6) not null check (quantity > 0),
    at              timestamptz not null,
    unique (order_id, line_number)
);
create index on contract_call_off (contract_id);

create procedure protect_draft(target regclass, author text) language plpgsql as $$
declare
  mine text := format('((select app_hub()) or %I = (select app_org()) or revealed and (select app_org()) in (buyer_org_id, supplier_org_id))', author);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using (%s) with check ((select app_hub()) or (select app_org()) in (buyer_org_id, supplier_org_id))', target, mine);
  execute format('create policy auditor_reads on %s for select using ((select app_auditor()) and revealed)', target);
end $$;
call protect_draft('contract', 'owner_org_id');
call protect_draft('contract_version', 'author_org_id');
drop procedure protect_draft;
do $$
declare target text;
begin
  foreach target in array array['contract_line', 'contract_clause', 'contract_file', 'contract_signature'] loop
    execute format('call protect_child(%L, ''version_id'', ''contract_version'')', target);
    execute format('drop policy auditor_reads on %I', target);
    execute format('create policy auditor_reads on %I for select using (exists (select 1 from contract_version v where v.id = version_id))', target);
    execute format('call append_only(%L)', target);
  end loop;
end $$;
call protect('contract_call_off', 'buyer_org_id', 'supplier_org_id');
call append_only('contract_call_off');
revoke delete, truncate on contract from tradelane_app;
revoke delete, truncate on contract_version from tradelane_app;

-- A company's own, and for everybody to read what the operator offers.
alter table contract_template enable row level security;
alter table contract_template force row level security;
create policy own on contract_template using ((select app_hub()) or owner_org_id = (select app_org()))
  with check ((select app_hub()) or owner_org_id = (select app_org()));
create policy offered on contract_template for select using (owner_org_id is null and app_scope() is not null);
create policy operator_writes on contract_template using ((select app_operator()) and owner_org_id is null)
  with check ((select app_operator()) and owner_org_id is null);
create policy auditor_reads on contract_template for select using ((select app_auditor()));

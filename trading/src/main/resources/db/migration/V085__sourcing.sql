-- Room: sourcing. What a buyer asks several suppliers for, what each of them offers, and to whom it goes. An offer is the supplier's and
-- the buyer's: no supplier sees another's. Of a sealed request not even the buyer sees it before the bidding has ended.
create sequence sourcing_number;

create table rfq (
    id                 uuid primary key,
    buyer_org_id       uuid not null references organisation (id),
    number             text not null check (number <> ''),
    title              text,
    state              text not null,
    currency           char(3) not null,
    deadline           timestamptz not null,
    deadline_zone      text not null,
    requested_delivery date,
    payment_terms      text,
    note               text,
    sealed             boolean not null,
    rounds_max         int not null,
    round              int not null default 1,
    rfq_version        int not null default 1,
    reason             text,
    document           jsonb,
    content_hash       bytea not null,
    source             text not null,
    interchange_id     uuid,
    message_id         uuid,
    published_at       timestamptz,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            int not null default 1,
    unique (buyer_org_id, number)
);
create index rfq_buyer_recent on rfq (buyer_org_id, id desc);
create index rfq_due on rfq (deadline) where state in ('OPEN', 'NEGOTIATING');
create index rfq_number on rfq (number);

create table rfq_line (
    id                 uuid primary key,
    rfq_id             uuid not null references rfq (id),
    position           int not null,
    line_number        text not null,
    gtin               text,
    buyer_article      text,
    supplier_article   text,
    description        text,
    unit               text not null,
    quantity           numeric(18, 6) not null,
    target_price       numeric(18, 6),
    target_basis       numeric(18, 6),
    target_unit        text,
    requested_delivery date,
    note               text,
    removed            boolean not null default false,
    unique (rfq_id, line_number)
);

create table rfq_invitee (
    id              uuid primary key,
    rfq_id          uuid not null references rfq (id),
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    state           text not null,
    shortlisted     boolean not null default true,
    reason          text,
    outbox_id       uuid,
    viewed_at       timestamptz,
    answered_at     timestamptz,
    unique (rfq_id, supplier_org_id)
);
create index rfq_invitee_supplier on rfq_invitee (supplier_org_id, rfq_id);

create table rfq_question (
    id              uuid primary key,
    rfq_id          uuid not null references rfq (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    line_number     text,
    question        text not null,
    asked_at        timestamptz not null,
    answered_at     timestamptz
);
create index on rfq_question (rfq_id);

-- What every invited supplier reads: the question without who asked it, and its answer.
create table rfq_addendum (
    id          uuid primary key,
    rfq_id      uuid not null references rfq (id),
    question_id uuid not null unique,
    line_number text,
    question    text not null,
    answer      text not null,
    at          timestamptz not null
);
create index on rfq_addendum (rfq_id);

-- One negotiation between a buyer and a supplier; without a request it is an offer nobody asked for.
create table quote (
    id              uuid primary key,
    rfq_id          uuid references rfq (id),
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    number          text not null check (number <> ''),
    current_version int not null,
    state           text not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         int not null default 1,
    unique (rfq_id, supplier_org_id),
    check (buyer_org_id <> supplier_org_id)
);
-- An offer that nobody asked for, once by its number.
create unique index quote_unsolicited on quote (buyer_org_id, supplier_org_id, number) where rfq_id is null;
create index quote_buyer_recent on quote (buyer_org_id, id desc);
create index quote_supplier_recent on quote (supplier_org_id, id desc);

create table quote_version (
    id              uuid primary key,
    quote_id        uuid not null references quote (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    n               int not null,
    number          text not null,
    -- The supplier's number and version of its document; what came under it once does not come again.
    document_key    text,
    author          text not null check (author in ('BUYER', 'SUPPLIER')),
    answers         int,
    rfq_version     int,
    round           int not null default 1,
    state           text not null,
    currency        char(3) not null,
    valid_to        date,
    total           numeric(18, 4) not null,
    stated_total    numeric(18, 4),
    payment_terms   text,
    note            text,
    reason          text,
    revealed        boolean not null,
    content_hash    bytea not null,
    source          text not null,
    interchange_id  uuid,
    message_id      uuid,
    submitted_at    timestamptz not null,
    ended_at        timestamptz,
    unique (quote_id, n)
);
create unique index quote_version_key on quote_version (supplier_org_id, buyer_org_id, document_key) where document_key is not null;
create index quote_version_valid on quote_version (valid_to) where state = 'SUBMITTED';

create table quote_line (
    id                 uuid primary key,
    version_id         uuid not null references quote_version (id),
    rfq_line_id        uuid references rfq_line (id),
    position           int not null,
    line_number        text not null,
    gtin               text,
    buyer_article      text,
    supplier_article   text,
    description        text,
    unit               text not null,
    quantity           numeric(18, 6) not null,
    price              numeric(18, 6),
    price_basis        numeric(18, 6),
    price_unit         text,
    minimum_order      numeric(18, 6),
    lead_time_days     int,
    promised_delivery  date,
    note               text,
    unique (version_id, position)
);

create table rfq_award (
    id              uuid primary key,
    rfq_id          uuid not null references rfq (id),
    rfq_line_id     uuid not null references rfq_line (id),
    quote_line_id   uuid not null references quote_line (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    quantity        numeric(18, 6) not null,
    order_id        uuid references purchase_order (id),
    at              timestamptz not null,
    unique (rfq_line_id, supplier_org_id)
);
create index on rfq_award (rfq_id);

call protect('rfq_invitee', 'buyer_org_id', 'supplier_org_id');
call protect('rfq_question', 'buyer_org_id', 'supplier_org_id');
call protect('quote', 'buyer_org_id', 'supplier_org_id');
call protect('rfq_award', 'buyer_org_id', 'supplier_org_id');

-- The buyer's, and once it is published for those invited to read.
call protect('rfq', 'buyer_org_id');
create policy invited_read on rfq for select using
  (published_at is not null and exists (select 1 from rfq_invitee i where i.rfq_id = rfq.id and i.supplier_org_id = (select app_org())));

create procedure protect_of_rfq(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using ((select app_hub()) or exists (select 1 from rfq p where p.id = rfq_id and p.buyer_org_id = (select app_org())))
    with check ((select app_hub()) or exists (select 1 from rfq p where p.id = rfq_id and p.buyer_org_id = (select app_org())))', target);
  execute format('create policy invited_read on %s for select using (exists (select 1 from rfq p where p.id = rfq_id))', target);
end $$;
call protect_of_rfq('rfq_line');
call protect_of_rfq('rfq_addendum');
drop procedure protect_of_rfq;

alter table quote_version enable row level security;
alter table quote_version force row level security;
create policy parties on quote_version
  using ((select app_hub()) or supplier_org_id = (select app_org()) or buyer_org_id = (select app_org()) and revealed)
  with check ((select app_hub()) or supplier_org_id = (select app_org()) or buyer_org_id = (select app_org()) and revealed);
create policy auditor_reads on quote_version for select using ((select app_auditor()) and revealed);
call protect_child('quote_line', 'version_id', 'quote_version');
drop policy auditor_reads on quote_line;
create policy auditor_reads on quote_line for select using (exists (select 1 from quote_version v where v.id = version_id));
call append_only('quote_line');
call append_only('rfq_addendum');
revoke delete, truncate on quote_version from tradelane_app;

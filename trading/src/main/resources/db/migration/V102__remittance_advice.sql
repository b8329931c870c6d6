-- Room: payment. What payers announce to pay, document by document. An announcement moves no money: the bank's entries do.
create table remittance_advice (
    id                uuid primary key,
    buyer_org_id      uuid not null references organisation (id),
    supplier_org_id   uuid not null references organisation (id),
    number            text not null check (number <> ''),
    issued_on         date not null,
    payment_on        date not null,
    payment_reference text,
    total             numeric(18, 4) not null,
    currency          char(3) not null,
    -- What the bank has brought of it, from remittance_arrival; it has arrived when that is the total.
    arrived           numeric(18, 4) not null default 0,
    content_hash      bytea not null,
    request_id        uuid unique,
    source            text not null,
    interchange_id    uuid,
    message_id        uuid,
    created_at        timestamptz not null,
    unique (buyer_org_id, supplier_org_id, number),
    check (buyer_org_id <> supplier_org_id)
);
create index remittance_advice_buyer on remittance_advice (buyer_org_id, id desc);
create index remittance_advice_supplier on remittance_advice (supplier_org_id, id desc);
create index remittance_advice_open on remittance_advice (currency, total) where arrived < total;

create table remittance_item (
    id              uuid primary key,
    advice_id       uuid not null references remittance_advice (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    position        int not null,
    invoice_id      uuid references invoice (id),
    kind            text not null,
    document_number text not null,
    document_on     date,
    due             numeric(18, 4),
    -- What is paid for it, after what is deducted; negative for what is set off against the others.
    announced       numeric(18, 4) not null,
    deducted        numeric(18, 4) not null,
    unique (advice_id, position)
);
create index remittance_item_invoice on remittance_item (invoice_id);

-- Which money made an announcement true. A payment that is taken back takes its arrivals with it: payment_alloc.reversed.
create table remittance_arrival (
    item_id         uuid not null references remittance_item (id),
    alloc_id        uuid not null references payment_alloc (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    amount          numeric(18, 4) not null check (amount > 0),
    primary key (item_id, alloc_id)
);
create index remittance_arrival_alloc on remittance_arrival (alloc_id);

-- What the supplier's finance has to look at: a deduction, more than is open, a document that is not here.
create table remittance_case (
    id              uuid primary key,
    advice_id       uuid not null references remittance_advice (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    invoice_id      uuid references invoice (id),
    document_number text,
    reason          text not null,
    code            text,
    note            text,
    amount          numeric(18, 4) not null,
    currency        char(3) not null,
    status          text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'DISPUTED')),
    created_at      timestamptz not null,
    closed_at       timestamptz,
    closed_by       text,
    closed_reason   text,
    version         int not null default 1
);
create index remittance_case_advice on remittance_case (advice_id);
create index remittance_case_open on remittance_case (supplier_org_id) where status = 'OPEN';

call protect('remittance_advice', 'buyer_org_id', 'supplier_org_id');
call protect('remittance_item', 'buyer_org_id', 'supplier_org_id');
call protect('remittance_arrival', 'buyer_org_id', 'supplier_org_id');
call protect('remittance_case', 'buyer_org_id', 'supplier_org_id');
call append_only('remittance_item');
call append_only('remittance_arrival');

-- Room: order. Purchase orders, their lines, the supplier's answers and proposed changes.
create table purchase_order (
    id                    uuid primary key,
    buyer_org_id          uuid not null references organisation (id),
    supplier_org_id       uuid not null references organisation (id),
    number                text not null check (number <> ''),
    supplier_order_number text,
    kind                  text not null,
    issued_on             date not null,
    requested_delivery    date,
    next_delivery         date,
    currency              char(3) not null,
    net_total             numeric(18, 4) not null,
    stated_total          numeric(18, 4),
    payment_terms         text,
    note                  text,
    parties               jsonb not null default '[]',
    document_references   jsonb not null default '[]',
    approval              text not null,
    agreement             text not null,
    fulfilment            text not null default 'NOT_SHIPPED',
    billing               text not null default 'NOT_INVOICED',
    payment               text not null default 'UNPAID',
    transmission          text not null default 'NONE',
    issue_count           int not null default 0,
    line_count            int not null,
    content_hash          bytea not null,
    source                text not null,
    interchange_id        uuid,
    message_id            uuid,
    acknowledged_at       timestamptz,
    confirmed_at          timestamptz,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    version               int not null default 1,
    unique (buyer_org_id, number),
    check (buyer_org_id <> supplier_org_id)
);
create index purchase_order_supplier on purchase_order (supplier_org_id, number);
create index purchase_order_buyer_recent on purchase_order (buyer_org_id, id desc);
create index purchase_order_supplier_recent on purchase_order (supplier_org_id, id desc);

create table po_line (
    id                  uuid primary key,
    order_id            uuid not null references purchase_order (id),
    buyer_org_id        uuid not null,
    supplier_org_id     uuid not null,
    position            int not null,
    line_number         text not null,
    article_id          uuid references article (id),
    gtin                text,
    buyer_article       text,
    supplier_article    text,
    description         text,
    unit                text not null,
    quantity            numeric(18, 6) not null,
    price               numeric(18, 6),
    price_basis         numeric(18, 6),
    price_unit          text,
    agreed_price        numeric(18, 6),
    agreed_basis        numeric(18, 6),
    agreed_unit         text,
    stated_amount       numeric(18, 4),
    requested_delivery  date,
    note                text,
    line_references     jsonb not null default '[]',
    issues              jsonb not null default '[]',
    state               text not null default 'OPEN',
    confirmed_quantity  numeric(18, 6),
    confirmed_price     numeric(18, 6),
    confirmed_basis     numeric(18, 6),
    confirmed_unit      text,
    promised_delivery   date,
    shipped_quantity    numeric(18, 6) not null default 0,
    -- what receipts have dealt with, good, damaged or missing
    counted_quantity    numeric(18, 6) not null default 0,
    received_quantity   numeric(18, 6) not null default 0,
    damaged_quantity    numeric(18, 6) not null default 0,
    invoiced_quantity   numeric(18, 6) not null default 0,
    unique (order_id, position)
);

create table po_change (
    id              uuid primary key,
    order_id        uuid not null references purchase_order (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    proposer        text not null check (proposer in ('BUYER', 'SUPPLIER')),
    state           text not null check (state in ('PENDING', 'APPLIED', 'REFUSED', 'WITHDRAWN')),
    base_version    int not null,
    note            text,
    reason          text,
    proposed_at     timestamptz not null,
    decided_at      timestamptz
);
create unique index po_change_pending on po_change (order_id, proposer) where state = 'PENDING';

create table po_change_line (
    change_id         uuid not null references po_change (id),
    line_id           uuid not null references po_line (id),
    buyer_org_id      uuid not null,
    supplier_org_id   uuid not null,
    rejected          boolean not null,
    quantity          numeric(18, 6),
    price             numeric(18, 6),
    price_basis       numeric(18, 6),
    price_unit        text,
    promised_delivery date,
    reason            text,
    primary key (change_id, line_id)
);

create table order_response (
    id              uuid primary key,
    order_id        uuid not null references purchase_order (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    number          text not null,
    decision        text not null,
    content_hash    bytea,
    source          text not null,
    actor           text,
    interchange_id  uuid,
    message_id      uuid,
    at              timestamptz not null,
    unique (order_id, number)
);

call protect('purchase_order', 'buyer_org_id', 'supplier_org_id');
call protect('po_line', 'buyer_org_id', 'supplier_org_id');
call protect('po_change', 'buyer_org_id', 'supplier_org_id');
call protect('po_change_line', 'buyer_org_id', 'supplier_org_id');
call protect('order_response', 'buyer_org_id', 'supplier_org_id');

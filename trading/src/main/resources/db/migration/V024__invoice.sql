-- Room: invoice. Invoices, their lines' match with order and receipt, and decisions about what does not match.
create table tolerance (
    id                uuid primary key,
    org_id            uuid not null references organisation (id),
    supplier_org_id   uuid references organisation (id),
    article_id        uuid references article (id),
    quantity_percent  numeric(9, 4) not null default 0 check (quantity_percent >= 0),
    price_percent     numeric(9, 4) not null default 0 check (price_percent >= 0),
    price_absolute    numeric(18, 6) not null default 0 check (price_absolute >= 0),
    unique nulls not distinct (org_id, supplier_org_id, article_id)
);

create table invoice (
    id                     uuid primary key,
    buyer_org_id           uuid not null references organisation (id),
    supplier_org_id        uuid not null references organisation (id),
    number                 text not null check (number <> ''),
    year                   int not null,
    kind                   text not null,
    order_id               uuid references purchase_order (id),
    order_number           text,
    despatch_advice_number text,
    preceding_invoice      text,
    preceding_invoice_id   uuid references invoice (id),
    issued_on              date not null,
    due_on                 date,
    supplied_on            date,
    currency               char(3) not null,
    net_total              numeric(18, 4) not null,
    tax_total              numeric(18, 4) not null,
    payable_total          numeric(18, 4) not null,
    approved_total         numeric(18, 4) not null default 0,
    paid_total             numeric(18, 4) not null default 0,
    creditor_reference     text not null,
    payee_account          text,
    payment_terms          text,
    note                   text,
    status                 text not null,
    open_lines             int not null default 0,
    content_hash           bytea not null,
    source                 text not null,
    interchange_id         uuid,
    message_id             uuid,
    created_at             timestamptz not null,
    updated_at             timestamptz not null,
    version                int not null default 1,
    unique (supplier_org_id, number, year)
);
create index invoice_buyer_recent on invoice (buyer_org_id, id desc);
create index invoice_supplier_recent on invoice (supplier_org_id, id desc);
create index invoice_order on invoice (order_id);

create table invoice_line (
    id                 uuid primary key,
    invoice_id         uuid not null references invoice (id),
    buyer_org_id       uuid not null,
    supplier_org_id    uuid not null,
    position           int not null,
    line_number        text not null,
    order_id           uuid references purchase_order (id),
    po_line_id         uuid references po_line (id),
    order_number       text,
    order_line_number  text,
    gtin               text,
    supplier_article   text,
    buyer_article      text,
    description        text,
    quantity           numeric(18, 6) not null,
    unit               text not null,
    price              numeric(18, 6),
    price_basis        numeric(18, 6),
    price_unit         text,
    net                numeric(18, 4) not null,
    -- the line's share of allowances, charges and rounding of the whole invoice
    charge             numeric(18, 4) not null default 0,
    tax_rate           numeric(9, 4),
    tax                numeric(18, 4) not null,
    verdict            text not null,
    payable_quantity   numeric(18, 6),
    approved_net       numeric(18, 4),
    approved_tax       numeric(18, 4),
    decided_by_user    uuid,
    decided_by         text,
    decided_at         timestamptz,
    decision_reason    text,
    unique (invoice_id, position)
);
create index invoice_line_po_line on invoice_line (po_line_id);
create index invoice_line_waiting on invoice_line (po_line_id) where verdict = 'WAITING_RECEIPT';

-- What each run of the match found wrong; run 1 is the invoice's arrival, later ones follow goods receipts.
create table match_result (
    invoice_line_id uuid not null references invoice_line (id),
    run             int not null,
    code            text not null,
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    expected        text,
    actual          text not null,
    tolerance       text,
    at              timestamptz not null,
    primary key (invoice_line_id, run, code)
);

-- Each time lines become payable; what it books and raises has this id as its source.
create table invoice_approval (
    id              uuid primary key,
    invoice_id      uuid not null references invoice (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    net             numeric(18, 4) not null,
    tax             numeric(18, 4) not null,
    approved_by     text not null,
    at              timestamptz not null
);
create index invoice_approval_invoice on invoice_approval (invoice_id);

call protect('invoice_approval', 'buyer_org_id', 'supplier_org_id');
call protect('tolerance', 'org_id');
call protect('invoice', 'buyer_org_id', 'supplier_org_id');
call protect('invoice_line', 'buyer_org_id', 'supplier_org_id');
call protect('match_result', 'buyer_org_id', 'supplier_org_id');

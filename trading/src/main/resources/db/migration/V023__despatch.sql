-- Room: despatch. Shipments with their packages, and what the buyer's warehouse counted.
create table shipment (
    id                 uuid primary key,
    buyer_org_id       uuid not null references organisation (id),
    supplier_org_id    uuid not null references organisation (id),
    number             text not null check (number <> ''),
    state              text not null default 'DESPATCHED',
    despatched_at      timestamptz,
    estimated_arrival  date,
    carrier            text,
    carrier_reference  text,
    content_hash       bytea not null,
    request_id         uuid unique,
    source             text not null,
    interchange_id     uuid,
    message_id         uuid,
    created_at         timestamptz not null,
    version            int not null default 1,
    unique (supplier_org_id, buyer_org_id, number)
);

create table shipment_order (
    shipment_id     uuid not null references shipment (id),
    order_id        uuid not null references purchase_order (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    primary key (shipment_id, order_id)
);
create index shipment_order_order on shipment_order (order_id);

create table package (
    id              uuid primary key,
    shipment_id     uuid not null references shipment (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    position        int not null,
    sscc            text,
    package_type    text,
    issues          jsonb not null default '[]',
    unique (shipment_id, position)
);
-- GS1: an SSCC names one logistic unit; the supplier who issued it may not use it again.
create unique index package_sscc on package (supplier_org_id, sscc) where sscc is not null;

create table package_line (
    id                uuid primary key,
    package_id        uuid not null references package (id),
    shipment_id       uuid not null references shipment (id),
    buyer_org_id      uuid not null,
    supplier_org_id   uuid not null,
    position          int not null,
    order_id          uuid references purchase_order (id),
    po_line_id        uuid references po_line (id),
    order_number      text,
    order_line_number text,
    gtin              text,
    supplier_article  text,
    buyer_article     text,
    description       text,
    shipped_quantity  numeric(18, 6) not null,
    received_quantity numeric(18, 6) not null default 0,
    damaged_quantity  numeric(18, 6) not null default 0,
    counted           boolean not null default false,
    unit              text not null,
    batch             text,
    best_before       date,
    issues            jsonb not null default '[]',
    unique (shipment_id, position)
);
create index package_line_po_line on package_line (po_line_id);

create table goods_receipt (
    id                  uuid primary key,
    buyer_org_id        uuid not null references organisation (id),
    supplier_org_id     uuid not null references organisation (id),
    order_id            uuid not null references purchase_order (id),
    shipment_id         uuid references shipment (id),
    number              text not null,
    received_on         date not null,
    received_by_user    uuid,
    received_by         text not null,
    source              text not null,
    created_at          timestamptz not null,
    unique (buyer_org_id, number)
);
create index goods_receipt_order on goods_receipt (order_id);

create table receipt_line (
    receipt_id        uuid not null references goods_receipt (id),
    po_line_id        uuid not null references po_line (id),
    buyer_org_id      uuid not null,
    supplier_org_id   uuid not null,
    position          int not null,
    expected_quantity numeric(18, 6) not null,
    accepted_quantity numeric(18, 6) not null check (accepted_quantity >= 0),
    damaged_quantity  numeric(18, 6) not null check (damaged_quantity >= 0),
    unit              text not null,
    difference        text,
    note              text,
    primary key (receipt_id, po_line_id)
);
create index receipt_line_po_line on receipt_line (po_line_id);

call protect('shipment', 'buyer_org_id', 'supplier_org_id');
call protect('shipment_order', 'buyer_org_id', 'supplier_org_id');
call protect('package', 'buyer_org_id', 'supplier_org_id');
call protect('package_line', 'buyer_org_id', 'supplier_org_id');
call protect('goods_receipt', 'buyer_org_id', 'supplier_org_id');
call protect('receipt_line', 'buyer_org_id', 'supplier_org_id');

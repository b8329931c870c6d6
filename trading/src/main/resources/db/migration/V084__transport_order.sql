-- Room: despatch. What shippers ask carriers and warehouses to move, and what these say to it.
create table transport_order (
    id                uuid primary key,
    shipper_org_id    uuid not null references organisation (id),
    carrier_org_id    uuid not null references organisation (id),
    number            text not null check (number <> ''),
    kind              text not null,
    status            text not null,
    transport         text not null default 'UNREPORTED',
    transport_at      timestamptz,
    issued_on         date not null,
    document          jsonb not null,
    carrier_reference text,
    reason            text,
    request_id        uuid unique,
    interchange_id    uuid,
    message_id        uuid,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    version           int not null default 1,
    -- A load that one carrier declined is offered to the next under its number.
    unique (shipper_org_id, carrier_org_id, number)
);
create index transport_order_number on transport_order (number);
create index transport_order_carrier on transport_order (carrier_org_id);
create index transport_order_carrier_reference on transport_order (carrier_reference) where carrier_reference is not null;

-- What was said of it, each once.
create table transport_order_instruction (
    transport_order_id uuid not null references transport_order (id),
    shipper_org_id     uuid not null,
    carrier_org_id     uuid not null,
    content_hash       bytea not null,
    said_at            timestamptz not null,
    primary key (transport_order_id, content_hash)
);

-- By what its goods are found: numbers of shipments and packages; numbers of orders where it names neither.
create table transport_order_name (
    transport_order_id uuid not null references transport_order (id),
    shipper_org_id     uuid not null,
    carrier_org_id     uuid not null,
    of_order           boolean not null,
    name               text not null,
    primary key (transport_order_id, of_order, name)
);
create index transport_order_name_name on transport_order_name (name);

create table transport_order_event (
    id                 uuid primary key,
    transport_order_id uuid not null references transport_order (id),
    shipper_org_id     uuid not null,
    carrier_org_id     uuid not null,
    consignment        text not null,
    status             text not null,
    code               text not null,
    at                 timestamptz,
    place              text,
    message_id         uuid,
    recorded_at        timestamptz not null,
    unique nulls not distinct (transport_order_id, consignment, code, at, place)
);

call protect('transport_order', 'shipper_org_id', 'carrier_org_id');
call protect('transport_order_instruction', 'shipper_org_id', 'carrier_org_id');
call protect('transport_order_name', 'shipper_org_id', 'carrier_org_id');
call protect('transport_order_event', 'shipper_org_id', 'carrier_org_id');

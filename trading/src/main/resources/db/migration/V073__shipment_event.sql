-- Room: despatch. What carriers report about goods on their way, and how far they have come by that.
alter table shipment
    add column transport    text not null default 'UNREPORTED',
    add column transport_at timestamptz;

create table shipment_event (
    id              uuid primary key,
    shipment_id     uuid not null references shipment (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    consignment     text not null,
    status          text not null,
    code            text not null,
    at              timestamptz,
    -- The clock of the place where it happened: +08:00.
    zone            text,
    place           text,
    reason          text,
    signed_by       text,
    reporter        text not null,
    interchange_id  uuid,
    message_id      uuid,
    recorded_at     timestamptz not null,
    -- What happened once is told once, however many reports speak of it.
    unique nulls not distinct (shipment_id, consignment, code, at, place)
);
create index shipment_carrier_reference on shipment (carrier_reference) where carrier_reference is not null;
create index shipment_number on shipment (number);
create index package_of_sscc on package (sscc) where sscc is not null;

call protect('shipment_event', 'buyer_org_id', 'supplier_org_id');

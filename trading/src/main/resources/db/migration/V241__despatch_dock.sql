-- Room: despatch. When a buyer's docks are open, and who has booked which piece of that time to unload there.
create table dock_window (
    id           uuid primary key,
    buyer_org_id uuid not null references organisation (id),
    warehouse_id uuid not null references warehouse (id),
    place        text not null,                       -- the warehouse as suppliers read it
    dock         text not null check (dock <> ''),
    during       tstzrange not null check (not isempty(during)),
    slot_minutes int not null check (slot_minutes between 15 and 480),
    opened_by    text not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,                         -- nothing more is booked
    exclude using gist (warehouse_id with =, dock with =, during with &&) where (closed_at is null)
);
create index dock_window_buyer on dock_window (buyer_org_id, upper(during));

create table dock_booking (
    id              uuid primary key,
    number          text not null,
    window_id       uuid not null references dock_window (id),
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    order_id        uuid not null references purchase_order (id),
    warehouse_id    uuid not null references warehouse (id),
    place           text not null,
    dock            text not null,
    during          tstzrange not null check (not isempty(during)),
    carrier         text,
    vehicle         text,
    packages        int check (packages between 1 and 9999),
    request_id      uuid not null unique,
    booked_by       text not null,
    booked_at       timestamptz not null,
    cancelled_by    text,
    cancelled_at    timestamptz,
    reason          text,
    unique (buyer_org_id, number),
    -- One lorry at a time.
    exclude using gist (warehouse_id with =, dock with =, during with &&) where (cancelled_at is null)
);
create index dock_booking_order on dock_booking (order_id);
create index dock_booking_buyer on dock_booking (buyer_org_id, upper(during));
create index dock_booking_supplier on dock_booking (supplier_org_id, upper(during));

call protect('dock_window', 'buyer_org_id');
-- Whoever is to deliver sees when that is possible.
create policy suppliers_read on dock_window for select using
  (exists (select from purchase_order o where o.buyer_org_id = dock_window.buyer_org_id and o.supplier_org_id = (select app_org())));
call protect('dock_booking', 'buyer_org_id', 'supplier_org_id');
revoke delete, truncate on dock_window, dock_booking from tradelane_app;

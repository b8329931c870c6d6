-- Room: schedule. What buyers will call off, and when. Releases stay as they came; superseded_by says which count no more.
create table delivery_schedule (
    id               uuid primary key,
    buyer_org_id     uuid not null references organisation (id),
    supplier_org_id  uuid not null references organisation (id),
    kind             text not null check (kind in ('FORECAST', 'JUST_IN_TIME')),
    number           text not null check (number <> ''),
    -- The buyer's count; where there is none, the number.
    release          text not null,
    previous_release text,
    issued_on        date not null,
    -- What the release speaks of; a call changes nothing outside of it.
    first_day        date not null,
    last_day         date not null,
    note             text,
    line_count       int not null,
    deviation_count  int not null,
    unknown_articles int not null,
    content_hash     bytea not null,
    superseded_by    uuid references delivery_schedule (id),
    source           text not null,
    interchange_id   uuid,
    message_id       uuid,
    created_at       timestamptz not null,
    check (buyer_org_id <> supplier_org_id)
);
-- A buyer may begin to count again with a year.
create unique index delivery_schedule_key on delivery_schedule (buyer_org_id, supplier_org_id, kind, number, release, extract(year from issued_on));
create index delivery_schedule_current on delivery_schedule (buyer_org_id, supplier_org_id) where superseded_by is null;
create index delivery_schedule_superseded on delivery_schedule (superseded_by) where superseded_by is not null;
create index delivery_schedule_supplier on delivery_schedule (supplier_org_id, id desc);

create table schedule_line (
    id                  uuid primary key,
    schedule_id         uuid not null references delivery_schedule (id),
    buyer_org_id        uuid not null,
    supplier_org_id     uuid not null,
    -- The same in all releases that speak of one article, place and order.
    demand_id           uuid not null,
    position            int not null,
    line_number         text not null,
    article_id          uuid references article (id),
    gtin                text,
    buyer_article       text,
    supplier_article    text,
    description         text,
    ship_to             text,
    order_number        text,
    order_line_number   text,
    unit                text not null,
    -- What was despatched before and the release does not ask for again; null: nothing is known of it.
    delivered_before    numeric(18, 6),
    cumulative_received numeric(18, 6),
    cumulative_since    date,
    last_receipt        text,
    known_received      numeric(18, 6),
    known_shipped       numeric(18, 6),
    cumulative_deviation numeric(18, 6),
    unique (schedule_id, position),
    unique (schedule_id, demand_id)
);
create index schedule_line_demand on schedule_line (demand_id);

create table schedule_delivery (
    line_id         uuid not null references schedule_line (id),
    position        int not null,
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    commitment      text not null,
    quantity        numeric(18, 6) not null,
    first_day       date not null,
    last_day        date not null,
    at              timestamptz,
    -- The clock of the buyer: +01:00.
    zone            text,
    primary key (line_id, position)
);

call protect('delivery_schedule', 'buyer_org_id', 'supplier_org_id');
call protect('schedule_line', 'buyer_org_id', 'supplier_org_id');
call protect('schedule_delivery', 'buyer_org_id', 'supplier_org_id');

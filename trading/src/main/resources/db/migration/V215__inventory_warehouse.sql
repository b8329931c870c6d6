-- Room: inventory. What a company keeps in its warehouses: every change is a movement, and what stands is their sum.
create table warehouse (
    id         uuid primary key,
    org_id     uuid not null references organisation (id),
    code       text not null check (code <> ''),
    name       text,
    gln        text,
    main       boolean not null default false,   -- where goods come and go of which nobody says where
    closed_at  timestamptz,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    unique (org_id, code),
    check (not main or closed_at is null)
);
create unique index warehouse_main on warehouse (org_id) where main;

-- An article in the company's own numbering, whether it sells it or buys it.
create table stock_item (
    id         uuid primary key,
    org_id     uuid not null references organisation (id),
    article_id uuid references article (id),      -- what the company sells itself
    number     text not null check (number <> ''),
    gtin       text,
    name_zh    text,
    name_en    text,
    unit       text not null,
    created_at timestamptz not null default now(),
    unique (org_id, number, unit)
);
create index stock_item_article on stock_item (article_id) where article_id is not null;

create table stock_balance (
    warehouse_id  uuid not null references warehouse (id),
    item_id       uuid not null references stock_item (id),
    org_id        uuid not null references organisation (id),
    on_hand       numeric(18, 6) not null default 0,      -- below zero: more went out than was ever counted in
    reserved      numeric(18, 6) not null default 0 check (reserved >= 0),
    in_transit    numeric(18, 6) not null default 0 check (in_transit >= 0),
    safety        numeric(18, 6) check (safety >= 0),
    reorder_point numeric(18, 6) check (reorder_point >= 0),
    counted_at    timestamptz,
    moved_at      timestamptz,
    version       int not null default 1,
    primary key (warehouse_id, item_id)
);
create index stock_balance_item on stock_balance (item_id);
create index stock_balance_org on stock_balance (org_id);

create table stock_movement (
    id           uuid primary key,
    org_id       uuid not null references organisation (id),
    warehouse_id uuid not null,
    item_id      uuid not null,
    kind         text not null check (kind in ('RECEIPT', 'DESPATCH', 'RESERVATION', 'RELEASE', 'COUNT', 'CORRECTION', 'TRANSFER', 'IN_TRANSIT')),
    on_hand      numeric(18, 6) not null,
    reserved     numeric(18, 6) not null,
    in_transit   numeric(18, 6) not null,
    left_on_hand numeric(18, 6) not null,                 -- what was on hand after it was booked
    happened_at  timestamptz not null,
    booked_at    timestamptz not null,
    cause        text not null,
    cause_id     uuid,
    cause_number text,
    message_id   uuid,
    note         text,
    request_id   uuid,
    actor        text not null,
    actor_user   uuid,
    source       text not null,
    foreign key (warehouse_id, item_id) references stock_balance (warehouse_id, item_id)
);
create unique index stock_movement_once on stock_movement (request_id, warehouse_id, item_id, kind) where request_id is not null;
create index stock_movement_item on stock_movement (item_id, id desc);
create index stock_movement_time on stock_movement (warehouse_id, item_id, happened_at);
create index stock_movement_cause on stock_movement (cause_id) where cause_id is not null;

-- Whether what stands is the sum of its movements, as it was found last.
create table stock_check (
    org_id     uuid primary key references organisation (id),
    checked_at timestamptz not null,
    balances   int not null,
    wrong      int not null
);

call protect('warehouse', 'org_id');
call protect('stock_item', 'org_id');
call protect('stock_balance', 'org_id');
call protect('stock_movement', 'org_id');
call protect('stock_check', 'org_id');
call append_only('stock_movement');
revoke delete, truncate on warehouse, stock_item, stock_balance from tradelane_app;

-- What was known of articles so far becomes what was counted first.
select set_config('app.scope', 'HUB', true);
insert into warehouse (id, org_id, code, main)
select gen_random_uuid(), supplier_org_id, 'MAIN', true from article where stock is not null group by supplier_org_id;
insert into stock_item (id, org_id, article_id, number, gtin, name_zh, name_en, unit)
select gen_random_uuid(), supplier_org_id, id, number, gtin, name_zh, name_en, unit from article where stock is not null;
insert into stock_balance (warehouse_id, item_id, org_id, on_hand, counted_at, moved_at)
select w.id, i.id, i.org_id, a.stock, coalesce(a.stock_as_of, now()), coalesce(a.stock_as_of, now())
  from stock_item i join article a on a.id = i.article_id join warehouse w on w.org_id = i.org_id;
insert into stock_movement (id, org_id, warehouse_id, item_id, kind, on_hand, reserved, in_transit, left_on_hand, happened_at, booked_at, cause, actor, source)
select gen_random_uuid(), org_id, warehouse_id, item_id, 'COUNT', on_hand, 0, 0, on_hand, counted_at, now(), 'ARTICLE', 'hub', 'HUB' from stock_balance;
select set_config('app.scope', '', true);

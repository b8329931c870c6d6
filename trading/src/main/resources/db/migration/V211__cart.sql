-- Room: cart. What a person of a buyer gathers to order of one supplier: hers while it is open, locked while somebody has to approve it, and
-- then an order like any other. The supplier sees nothing of it.
create table cart (
    id                 uuid primary key,
    buyer_org_id       uuid not null references organisation (id),
    supplier_org_id    uuid not null references organisation (id),
    owner_id           uuid,                            -- null: a machine's
    owner_name         text not null,
    state              text not null check (state in ('OPEN', 'WAITING', 'RETURNED', 'ORDERED', 'DISCARDED')),
    number             text check (number <> ''),
    currency           char(3) not null,
    requested_delivery date,
    ship_to_name       text,
    ship_to_gln        text,
    ship_to_street     text,
    ship_to_city       text,
    ship_to_postcode   text,
    ship_to_country    char(2),
    cost_centre        text,
    note               text,
    total              numeric(18, 4),                  -- as submitted
    rejected_reason    text,
    order_id           uuid references purchase_order (id),
    submitted_at       timestamptz,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    version            int not null default 1,
    check (buyer_org_id <> supplier_org_id)
);
create unique index cart_open on cart (buyer_org_id, supplier_org_id, owner_id) nulls not distinct where state = 'OPEN';
create unique index cart_number on cart (buyer_org_id, number) where state = 'WAITING';
create unique index cart_order on cart (order_id) where order_id is not null;
create index cart_recent on cart (buyer_org_id, id desc);
create index cart_cost_centre on cart (buyer_org_id, cost_centre) where cost_centre is not null;

create table cart_line (
    id                 uuid primary key,
    cart_id            uuid not null references cart (id),
    buyer_org_id       uuid not null,
    position           int not null,
    article_id         uuid not null references article (id),
    quantity           numeric(18, 6) not null check (quantity > 0),
    asked_quantity     numeric(18, 6),                  -- before it was raised to the minimum and whole packs
    price              numeric(18, 6),                  -- as submitted; until then it is asked for anew
    price_basis        numeric(18, 6),
    price_unit         text,
    price_source       text check (price_source in ('CONTRACT', 'AGREED', 'LIST')),
    contract_id        uuid references contract (id),
    contract_line      text,
    former_price       numeric(18, 6),                  -- of one unit, in the order that this repeats
    requested_delivery date,
    note               text
);
create index cart_line_cart on cart_line (cart_id, position);

call protect('cart', 'buyer_org_id');
call protect('cart_line', 'buyer_org_id');
call worlds_apart('cart', 'buyer_org_id', 'supplier_org_id');

-- What a cost centre has committed: what waits for approval, and what is ordered and still stands.
create view cost_centre_commitment with (security_invoker = true) as
select c.buyer_org_id, c.cost_centre, c.currency, c.id as cart_id, coalesce(o.issued_on, cast(c.submitted_at as date)) as day,
       coalesce(o.net_total, c.total) as amount, c.state = 'WAITING' as waiting
  from cart c left join purchase_order o on o.id = c.order_id
 where c.cost_centre is not null and c.state in ('WAITING', 'ORDERED') and coalesce(o.agreement not in ('CANCELLED', 'REJECTED_BY_SUPPLIER'), true);
grant select on cost_centre_commitment to tradelane_app;

-- Two contracts may each have a line of one order.
alter table contract_call_off drop constraint contract_call_off_order_id_line_number_key;
alter table contract_call_off add unique (order_id, contract_id, line_number);

create index article_by_number on article (number);
create index article_by_gtin on article (gtin) where gtin is not null;

-- Room: catalogue. Prices that were changed: buyers are told of them, and one that moves more than the supplier's threshold waits for a second person.
create table price_change (
    id              uuid primary key,
    supplier_org_id uuid not null references organisation (id),
    article_id      uuid not null references article (id),
    buyer_org_id    uuid references organisation (id),      -- with whom it is agreed; null: of the list
    currency        char(3) not null,
    from_day        date not null,
    until_day       date,
    tiers           jsonb not null,                          -- [{"from": 1, "amount": 1.20}]
    before          numeric(18, 6) not null,                 -- of one unit, from the first piece on, on from_day
    after           numeric(18, 6) not null,
    percent         numeric(12, 2) not null,                 -- the largest move of a tier
    state           text not null check (state in ('WAITING', 'SET', 'REFUSED', 'WITHDRAWN')),
    asked_by_id     uuid,
    asked_by        text not null,
    asked_at        timestamptz not null,
    decided_by_id   uuid,
    decided_by      text,
    decided_at      timestamptz,
    reason          text,
    told_at         timestamptz                              -- when buyers were told of one that is SET
);
create index price_change_supplier on price_change (supplier_org_id, id desc);
create index price_change_waiting on price_change (supplier_org_id) where state = 'WAITING';
create index price_change_article on price_change (article_id) where state = 'WAITING';
create index price_change_untold on price_change (id) where state = 'SET' and told_at is null;
call protect('price_change', 'supplier_org_id');

-- From how many percent on a second person is needed; without a row, twenty.
create table price_policy (
    supplier_org_id uuid primary key references organisation (id),
    percent         numeric(6, 2) not null check (percent > 0),
    changed_by      text not null,
    changed_at      timestamptz not null
);
call protect('price_policy', 'supplier_org_id');

-- Whose carts an article is in.
create index cart_line_article on cart_line (article_id);

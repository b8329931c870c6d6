-- Room: schedule. What a supplier can make of an article in a week, and what it means to; for buyers with open orders of the article.
create table production_plan (
    supplier_org_id uuid not null references organisation (id),
    article_id      uuid not null references article (id),
    week            date not null check (extract(isodow from week) = 1),
    number          text not null,
    name_zh         text,
    name_en         text,
    unit            text not null,
    capacity        numeric(18, 6) not null check (capacity >= 0),
    planned         numeric(18, 6) not null check (planned >= 0),
    capacity_before numeric(18, 6),                   -- what it last changed from
    planned_before  numeric(18, 6),
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (article_id, week)
);
create index production_plan_supplier on production_plan (supplier_org_id, week, number);
call protect('production_plan', 'supplier_org_id');
create policy buyers_read on production_plan for select using (article_id in (
    select l.article_id from purchase_order o join po_line l on l.order_id = o.id
     where o.buyer_org_id = (select app_org()) and l.article_id is not null
       and o.agreement in ('ISSUED', 'CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER', 'ON_HOLD')));

-- Room: inventory. What a supplier lets buyers see of its stock: to one buyer or to all, of one article or of all. The narrowest one counts, what is
-- for a buyer before what is for an article; without any nobody sees anything.
create table stock_share (
    id              uuid primary key,
    supplier_org_id uuid not null references organisation (id),
    buyer_org_id    uuid references organisation (id),    -- absent: every buyer
    article_id      uuid references article (id),         -- absent: all articles
    mode            text not null check (mode in ('NONE', 'YES_NO', 'BAND', 'EXACT')),
    created_at      timestamptz not null default now(),
    unique nulls not distinct (supplier_org_id, buyer_org_id, article_id)
);
create index stock_share_buyer on stock_share (buyer_org_id);
call protect('stock_share', 'supplier_org_id', 'buyer_org_id');
-- A buyer reads what is shared with it, and does not write it.
alter policy parties on stock_share using ((select app_hub()) or supplier_org_id = (select app_org()))
    with check ((select app_hub()) or supplier_org_id = (select app_org()));
create policy shared_with on stock_share for select using ((select app_org()) is not null and (buyer_org_id is null or buyer_org_id = (select app_org())));
call operator_reads('stock_share');
call worlds_apart('stock_share', 'buyer_org_id', 'supplier_org_id');

-- What was reported last to whom, so that the same is not reported twice.
create table stock_report (
    supplier_org_id uuid not null references organisation (id),
    buyer_org_id    uuid not null references organisation (id),
    content_hash    bytea not null,
    looked_at       timestamptz not null,
    primary key (supplier_org_id, buyer_org_id)
);
call protect('stock_report', 'supplier_org_id');

-- What is found as in stock is what every buyer may know of; nobody shares anything yet.
select set_config('app.scope', 'HUB', true);
update article_index set stock = null;
select set_config('app.scope', '', true);

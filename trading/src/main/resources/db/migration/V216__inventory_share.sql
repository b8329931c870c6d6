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
call owner_reads('stock_share');
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

-- A search finds and sorts by stock only what the searcher may see of it.
do $$
declare
  definition text := pg_get_functiondef('find_articles'::regproc);
  seen constant text := '(case when app_org() is null or i.supplier_org_id = app_org()
      or case when sa.own then sa.yes when ss.own then ss.yes else coalesce(sa.yes, ss.yes, false) end then i.stock end)';
  narrowed text;
begin
  narrowed := replace(definition, 'with mine as materialized (', 'with shared as materialized (
      select distinct on (supplier_org_id, article_id) supplier_org_id, article_id, mode <> ''''NONE'''' as yes, buyer_org_id is not null as own
        from stock_share where buyer_org_id is null or buyer_org_id = app_org() order by supplier_org_id, article_id, buyer_org_id),
    mine as materialized (');
  narrowed := replace(narrowed, 'i.region, i.stock, i.lead_days', 'i.region, ' || seen || ' as stock, i.lead_days');
  narrowed := replace(narrowed, 'coalesce(i.stock, 0)', 'coalesce(' || seen || ', 0)');
  narrowed := replace(narrowed, 'left join mine m on m.article_id = i.article_id', 'left join mine m on m.article_id = i.article_id
          left join shared sa on sa.article_id = i.article_id left join shared ss on ss.supplier_org_id = i.supplier_org_id and ss.article_id is null');
  if narrowed not like '%left join shared sa%' or narrowed not like '%with shared as%' or narrowed not like '%end) as stock%' or narrowed not like '%end), 0)%' then
    raise exception 'find_articles is not what it was';
  end if;
  execute narrowed;
end $$;

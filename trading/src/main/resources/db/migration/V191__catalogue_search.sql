-- Room: catalogue. What articles are found by, a narrow row each. The tokens are made by the engine: PostgreSQL takes a run of Chinese for one word.
create table article_index (
    article_id      uuid primary key references article on delete cascade,
    supplier_org_id uuid not null references organisation,
    categories      uuid[] not null,          -- from the root to the article's own
    tokens          tsvector not null,
    shown           tstzrange not null,       -- when every company finds it; empty: only who has agreed on it
    amount          numeric,                  -- of one unit, by the list
    currency        char(3),
    region          text,
    stock           numeric,
    lead_days       int,
    facets          text[] not null,          -- 'material=STEEL'
    numbers         jsonb not null            -- 'length': 40
);
create index article_index_tokens on article_index using gin (tokens) with (fastupdate = off);
create index article_index_categories on article_index using gin (categories);
create index article_index_supplier on article_index (supplier_org_id);
call protect('article_index', 'supplier_org_id');
call owner_reads('article_index');
call operator_writes('article_index');

-- Words of the same meaning in either language; one group a row.
create table search_synonym (
    id    uuid primary key,
    words text[] not null
);
alter table search_synonym enable row level security;
alter table search_synonym force row level security;
create policy directory on search_synonym for select using ((select app_scope()) is not null);
create policy kept_by_hub on search_synonym using ((select app_hub())) with check ((select app_hub()));
call operator_writes('search_synonym');

-- Latin words of what was ever listed, for what is typed wrong.
create table search_word (
    word text primary key
);
alter table search_word enable row level security;
alter table search_word force row level security;
create policy directory on search_word for select using ((select app_scope()) is not null);
create policy written on search_word for insert with check ((select app_scope()) is not null);
call owner_reads('search_word');

do $$
begin
  if exists (select 1 from pg_extension where extname = 'pg_trgm') then
    create index search_word_part on search_word using gin (word gin_trgm_ops);
    -- The operator of likeness is not leakproof, and row-level security would keep it from the index.
    create function alike_words(typed text) returns setof text language sql stable security definer set search_path = public, pg_temp
      set pg_trgm.similarity_threshold = 0.4 as
      'select word from search_word where word % typed and word <> typed order by similarity(word, typed) desc, word limit 4';
  else
    create function alike_words(typed text) returns setof text language sql stable as 'select null::text where false';
  end if;
end $$;

-- Searches of other things than documents are kept too.
alter table saved_search add column subject text not null default 'DOCUMENT' check (subject in ('DOCUMENT', 'ARTICLE'));
do $$
declare
  old text := (select conname from pg_constraint where conrelid = 'saved_search'::regclass and contype = 'u');
begin
  execute format('alter table saved_search drop constraint %I', old);
end $$;
alter table saved_search add constraint saved_search_name unique nulls not distinct (organisation_id, user_id, subject, name);

-- A page of what is found, how many there are and what they can be narrowed by, in one go. It runs with the owner's rights, as the operators of text
-- search are not leakproof either; what is shown to whom it says itself. A row that only fails one filter is counted for the choices of that filter.
create function find_articles(asked text, wanted jsonb, sorted text, skip int, size int) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  answer jsonb;
  many constant int := 10000;   -- of more, attributes are not counted: narrow by category first
begin
  if app_scope() is null then
    return null;
  end if;
  execute '
    with mine as materialized (
      select g.article_id, g.amount / g.basis as amount from agreed_price g
       where g.buyer_org_id = app_org() and g.currency = $2 ->> ''currency'' and g.from_quantity = 0 and g.validity @> current_date),
    hit as materialized (
      select i.article_id, i.supplier_org_id, i.categories, i.region, i.stock, i.lead_days, i.facets, i.numbers,
             coalesce(m.amount, case when i.currency = $2 ->> ''currency'' then i.amount end) as price,'
      || case when asked is null then ' 0::real' else ' ts_rank(''{0.05, 0.15, 0.5, 1}'', i.tokens, $1::tsquery)' end || ' as score,
             array_remove(array['
      || case when wanted ? 'region' then 'case when not coalesce($2 -> ''region'' ? i.region, false) then ''region'' end' else 'null' end || ', '
      || case when wanted ? 'stock' then 'case when coalesce(i.stock, 0) <= 0 then ''stock'' end' else 'null' end || ', '
      || case when wanted ? 'lead' then 'case when not coalesce(i.lead_days <= ($2 ->> ''lead'')::int, false) then ''lead'' end' else 'null' end || '], null)'
      || case when wanted ? 'attributes' then ' || array(select ''a.'' || a.key from jsonb_each($2 -> ''attributes'') a
             where not i.facets && array(select a.key || ''='' || v from jsonb_array_elements_text(a.value) v))' else '' end
      || case when wanted ? 'ranges' then ' || array(select ''a.'' || a.key from jsonb_each($2 -> ''ranges'') a
             where not coalesce((i.numbers ->> a.key)::numeric between coalesce((a.value ->> ''from'')::numeric, ''-infinity'') and coalesce((a.value ->> ''to'')::numeric, ''infinity''), false))'
           else '' end || '::text[] as failed
        from article_index i left join mine m on m.article_id = i.article_id
       where (i.shown @> now() or m.article_id is not null
              or app_org() is not null and exists (select from buyer_article b where b.article_id = i.article_id and b.buyer_org_id = app_org()))'
      || case when asked is null then '' else ' and i.tokens @@ $1::tsquery' end
      || case when wanted ? 'category' then ' and i.categories @> array[($2 ->> ''category'')::uuid]' else '' end
      || case when wanted ? 'supplier' then ' and i.supplier_org_id = ($2 ->> ''supplier'')::uuid' else '' end || '),
    narrowed as materialized (
      select *, case when ' || case when wanted ? 'least' then 'price >= ($2 ->> ''least'')::numeric' else 'true' end || ' and '
                || case when wanted ? 'most' then 'price <= ($2 ->> ''most'')::numeric' else 'true' end || ' then failed else failed || ''price''::text end as fails from hit),
    found as materialized (select * from narrowed where fails = ''{}''),
    few as materialized (select count(*) <= ' || many || ' as so from hit)
    select jsonb_build_object(
      ''total'', (select count(*) from found),
      ''items'', (select coalesce(jsonb_agg(p.article_id order by p.place), ''[]'') from (
          select article_id, row_number() over () as place from (select article_id from found order by '
      || case sorted when 'PRICE' then 'price nulls last, ' when 'PRICE_DOWN' then 'price desc nulls last, ' when 'LEAD_TIME' then 'lead_days nulls last, ' else '' end
      || 'score desc, coalesce(stock, 0) > 0 desc, price is not null desc, article_id limit $4 offset $3) o) p),
      ''suppliers'', (select coalesce(jsonb_agg(jsonb_build_array(supplier_org_id, n) order by n desc, best desc), ''[]'') from (
          select supplier_org_id, count(*) as n, max(score) as best from found group by 1 order by n desc, best desc limit 50) s),
      ''supplierCount'', (select count(distinct supplier_org_id) from found),
      ''categories'', (select coalesce(jsonb_object_agg(id, n), ''{}'') from (
          select categories[cardinality(o.base) + 1] as id, count(*) as n from found, (select coalesce((select ancestors from category where id = ($2 ->> ''category'')::uuid), ''{}'') as base) o
           where cardinality(categories) > cardinality(o.base) group by 1) c),
      ''regions'', (select coalesce(jsonb_object_agg(region, n), ''{}'') from (
          select region, count(*) as n from narrowed where region is not null and fails <@ ''{region}'' group by 1 order by n desc limit 30) r),
      ''inStock'', (select count(*) from narrowed where stock > 0 and fails <@ ''{stock}''),
      ''prices'', (select jsonb_build_array(min(price), max(price)) from narrowed where fails <@ ''{price}''),
      ''leads'', (select jsonb_build_array(min(lead_days), max(lead_days)) from narrowed where fails <@ ''{lead}''),
      ''facets'', (select coalesce(jsonb_object_agg(f, n), ''{}'') from (
          select f, count(*) as n from few, narrowed cross join unnest(facets) f where few.so and fails <@ array[''a.'' || split_part(f, ''='', 1)] group by f order by n desc limit 200) a),
      ''numbers'', (select coalesce(jsonb_object_agg(key, range), ''{}'') from (
          select key, jsonb_build_array(min(value::numeric), max(value::numeric)) as range from few, narrowed cross join jsonb_each_text(numbers)
           where few.so and fails <@ array[''a.'' || key] group by key) b))'
  into answer using asked, wanted, skip, size;
  return answer;
end $$;
revoke execute on function find_articles from public;
grant execute on function find_articles to tradelane_app;
revoke execute on function alike_words from public;
grant execute on function alike_words to tradelane_app;

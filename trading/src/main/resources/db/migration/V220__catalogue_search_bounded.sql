-- Room: catalogue. A search looks at a bounded number of candidates, however much there is: a word that a sixth of all articles have costs what a rare one
-- does. Of more than that, those with every word in their names come first, then those that can be bought now, spread over all suppliers.

-- Where an article stands before anything is asked, as tokens, so that the index of tokens finds the words and the place together. Of 32 places, 24 are for
-- what is shown with a price and in stock; ~1 are those of the first place, ~2 of the first 4, ~3 of the first 12.
create function article_place(id uuid, available boolean) returns tsvector language sql immutable strict parallel safe as $$
  select case when place = 0 then '''~1'':1A ''~2'':1A ''~3'':1A' when place < 4 then '''~2'':1A ''~3'':1A' when place < 12 then '''~3'':1A' else '' end::tsvector
    from (select case when available then n % 24 else 24 + n % 8 end as place from (select ('x' || right(id::text, 4))::bit(16)::int as n) h) p
$$;

-- What is indexed again is done sooner without the index.
select set_config('app.scope', 'HUB', true);
drop index article_index_tokens;
update article_index set tokens = tokens || article_place(article_id, shown @> now() and amount is not null and coalesce(stock > 0, false));
create index article_index_tokens on article_index using gin (tokens) with (fastupdate = off);

-- Words of names and numbers alone.
create index article_index_names on article_index using gin (ts_filter(tokens, '{a}')) with (fastupdate = off);

-- A page of what is found, how many there are and what they can be narrowed by. It runs with the owner's rights, as the operators of text search are not
-- leakproof; what is shown to whom it says itself. A row that only fails one filter is counted for the choices of that filter. Where "more" is true there
-- are more than "total", and what is counted are the candidates; by price and by lead time they are the first of all.
create or replace function find_articles(asked text, wanted jsonb, sorted text, skip int, size int) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  answer jsonb;
  most constant int := 1000;
  mine constant text := 'mine as materialized (select g.article_id, g.amount / g.basis as amount from agreed_price g
       where g.buyer_org_id = app_org() and g.currency = $2 ->> ''currency'' and g.from_quantity = 0 and g.validity @> current_date)';
  price constant text := 'coalesce(m.amount, case when i.currency = $2 ->> ''currency'' then i.amount end)';
  narrowed constant boolean := wanted ?| array['region', 'stock', 'lead', 'least', 'most', 'attributes', 'ranges'];
  failed constant text := case when not narrowed then '''{}''::text[]' else 'array_remove(array['
    || case when wanted ? 'region' then 'case when not coalesce($2 -> ''region'' ? i.region, false) then ''region'' end' else 'null' end || ', '
    || case when wanted ? 'stock' then 'case when coalesce(i.stock, 0) <= 0 then ''stock'' end' else 'null' end || ', '
    || case when wanted ? 'lead' then 'case when not coalesce(i.lead_days <= ($2 ->> ''lead'')::int, false) then ''lead'' end' else 'null' end || ', '
    || case when wanted ?| array['least', 'most'] then 'case when not coalesce(' || price || ' between coalesce(($2 ->> ''least'')::numeric, ''-infinity'')
           and coalesce(($2 ->> ''most'')::numeric, ''infinity''), false) then ''price'' end' else 'null' end || '], null)'
    || case when wanted ? 'attributes' then ' || array(select ''a.'' || a.key from jsonb_each($2 -> ''attributes'') a
           where not i.facets && array(select a.key || ''='' || v from jsonb_array_elements_text(a.value) v))' else '' end
    || case when wanted ? 'ranges' then ' || array(select ''a.'' || a.key from jsonb_each($2 -> ''ranges'') a
           where not coalesce((i.numbers ->> a.key)::numeric between coalesce((a.value ->> ''from'')::numeric, ''-infinity'') and coalesce((a.value ->> ''to'')::numeric, ''infinity''), false))'
         else '' end || '::text[]' end;
  -- Rows by where they lie, which nothing moves within one statement.
  candidates constant text := 'with ' || mine || ' select array(select i.ctid from article_index i '
    || case when wanted ?| array['least', 'most'] or sorted like 'PRICE%' then 'left join mine m on m.article_id = i.article_id' else '' end || '
       where (i.shown @> now() or app_org() is not null and i.article_id in (
              select article_id from mine union all select b.article_id from buyer_article b where b.buyer_org_id = app_org()))'
    || case when wanted ? 'category' then ' and i.categories @> array[($2 ->> ''category'')::uuid]' else '' end
    || case when wanted ? 'supplier' then ' and i.supplier_org_id = ($2 ->> ''supplier'')::uuid' else '' end;
  words constant text := case when asked is null then '' else ' and i.tokens @@ $1::tsquery' end;
  fitting constant text := case when narrowed then ' and ' || failed || ' = ''{}''' else '' end;
  places constant text[] := array['~1', '~2', '~3', null];
  part text;
  first int;
  reach numeric;
  found tid[];
  chosen tid[] := '{}';
  hits tid[];
  more boolean := false;
begin
  if app_scope() is null then
    return null;
  end if;
  execute candidates || words || ' limit ' || most + 1 || ')' into hits using asked, wanted;
  if cardinality(hits) > most then
    if sorted <> 'RELEVANCE' then
      execute candidates || words || fitting || ' order by ' || case sorted when 'PRICE' then price || ' nulls last' when 'PRICE_DOWN' then price || ' desc nulls last'
          else 'i.lead_days nulls last' end || ' limit ' || most || ')' into chosen using asked, wanted;
    else
      -- As many places as should give enough, by how far one had to read for what is there; then all. Names before all the rest.
      reach := pg_relation_size('article_index') / 8192.0 / ((hits[most + 1]::text::point)[0] + 1);
      first := case when reach >= 40 then 1 when reach >= 10 then 2 when reach >= 3.3 then 3 else 4 end;
      foreach part in array case when asked is null then array['i.tokens'] else array['ts_filter(i.tokens, ''{a}'')', 'i.tokens'] end loop
        for level in first .. 4 loop
          execute candidates || case when level = 4 and asked is null then '' else ' and ' || part || ' @@ $3::tsquery' end || fitting || ' limit ' || most || ')'
            into found using asked, wanted, concat_ws(' & ', '(' || asked || ')', places[level]);
          exit when cardinality(found) >= most;
        end loop;
        chosen := chosen || found;
        exit when cardinality(chosen) >= most;
      end loop;
    end if;
    more := cardinality(chosen) >= most;
    hits := case when narrowed then hits else '{}' end || chosen;
  end if;
  execute 'with ' || mine || ',
    narrowed as materialized (
      select i.article_id, i.supplier_org_id, i.categories, i.region, i.stock, i.lead_days, i.facets, i.numbers, ' || price || ' as price, '
      || case when asked is null then '0::real' else 'ts_rank(''{0.05, 0.15, 0.5, 1}'', i.tokens, $1::tsquery)' end || ' as score, ' || failed || ' as fails
        from article_index i left join mine m on m.article_id = i.article_id where i.ctid = any($5)),
    found as (select * from narrowed' || case when narrowed then ' where fails = ''{}''' else '' end || ')
    select jsonb_build_object(
      ''more'', $6,
      ''total'', (select case when $6 then least(count(*), ' || most || ') else count(*) end from found),
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
          select f, count(*) as n from narrowed cross join unnest(facets) f'
      || case when narrowed then ' where fails <@ array[''a.'' || split_part(f, ''='', 1)]' else '' end || ' group by f order by n desc limit 200) a),
      ''numbers'', (select coalesce(jsonb_object_agg(key, range), ''{}'') from (
          select key, jsonb_build_array(min(value::numeric), max(value::numeric)) as range from narrowed cross join jsonb_each_text(numbers)'
      || case when narrowed then ' where fails <@ array[''a.'' || key]' else '' end || ' group by key) b))'
  into answer using asked, wanted, skip, size, hits, more;
  return answer;
end $$;

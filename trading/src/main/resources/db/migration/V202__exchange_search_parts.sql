-- Room: exchange. Parts of numbers are found by their groups of five characters. Three characters, as trigrams take them, are each in so many
-- numbers (`PO-`, `-40`, `012`) that an index by them names hundreds of thousands of messages for what is in none of them.

-- SearchParts, in SQL, for what is there already.
create function search_parts(keys text[]) returns tsvector language sql immutable strict as $$
  select array_to_tsvector(array(select distinct substr(lower(key), i, 5) from unnest(keys) key, generate_series(1, length(key) - 2) i))
$$;

alter table message add column search_parts tsvector;
select set_config('app.scope', 'HUB', true);
update message set search_parts = search_parts(business_keys);
select set_config('app.scope', '', true);
alter table message alter column search_parts set not null;
drop function search_parts;
drop index message_search;
create index message_search on message using gin (id_windows(id), (array[organisation_id::text, counterparty_id::text, type]), business_keys, search_parts);

-- Ids of what the actor may see, newest first. Row-level security keeps the planner from using an index on an operator that is not
-- leakproof (array containment, LIKE), so this runs with the owner's rights and asks for the actor itself.
-- term: null for any; a business key, or a part of one, of three characters and more. size: how many at most.
-- Three or four characters are in many numbers or in few: 10,000 messages are read for them, which finds them if they are in many; if in few, the
-- index has them as the beginnings of groups.
create or replace function find_messages(
  term text, part boolean, before uuid, size int,
  wanted_direction text, wanted_type text, wanted_status text, wanted_org uuid, since timestamptz, until timestamptz)
returns table (id uuid, at timestamptz) language plpgsql stable security definer rows 50
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  mine uuid := case when app_hub() or app_operator() or app_auditor() then null
                    else coalesce(app_org(), '00000000-0000-0000-0000-000000000000') end;
  facets text[] := array_remove(array[mine::text, wanted_org::text, wanted_type], null);
  pattern text := case when part then '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%' end;
  newest uuid := (select max.id from message max order by max.id desc limit 1);
  oldest uuid := (select min.id from message min order by min.id limit 1);
  top int := least(id_hour(newest), id_hour(before), hour_of(until) + 1) + 1;   -- not included
  bottom int := greatest(id_hour(oldest), hour_of(since) - 1);
  covered int := 32;
  level int;
  unit int;
  n int;
  found int := 0;
  scanned int := 0;
  groups text := case when part and length(term) < 5 then array_to_tsvector(array[lower(term)])::text || ':*'
                      when part then (select string_agg(array_to_tsvector(array[substr(lower(term), i, 5)])::text, ' & ')
                                        from (select generate_series(1, length(term) - 5, greatest(2, length(term) / 12)) union select length(term) - 4) starts(i)) end;
  indexed boolean := not part or length(term) >= 5;
  named text := case when term is null then '' when not part then ' and m.business_keys @> array[$13]' else ' and m.search_parts @@ $14::tsquery' end;
  theirs text := case when facets = '{}' then '' else ' and array[m.organisation_id::text, m.counterparty_id::text, m.type] @> $11' end;
  seen int;
  last text;
  ids uuid[];
  times timestamptz[];
  columns text := 'id, created_at, direction, type, status, organisation_id, counterparty_id, interchange_id, search_text';
  answer text := '), f as materialized (select h.id, h.created_at from h where ($12 is null or h.search_text like $12)%s order by h.id desc limit $9)
        select array(select f.id from f), array(select f.created_at from f), (select count(*) from h), (select min(h.id::text) from h)';
  filters text := '
        and ($1 is null or h.organisation_id = $1 or h.counterparty_id = $1)
        and ($2 is null or h.organisation_id = $2 or h.counterparty_id = $2)
        and ($3 is null or h.id < $3) and ($4 is null or h.direction = $4) and ($5 is null or h.type = $5)
        and ($6 is null or h.status = $6 or h.direction = ''OUTBOUND'' and exists (select 1 from interchange i where i.id = h.interchange_id and i.status = $6))
        and ($7 is null or h.created_at >= $7) and ($8 is null or h.created_at < $8)';
begin
  if newest is null then
    return;
  end if;
  if term is null and since is null and wanted_status in ('HELD', 'REJECTED', 'FAILED', 'NO_EFFECT', 'QUEUED', 'SENT', 'REJECTED_BY_PARTNER', 'RECEIVED') then
    return query execute '
      with h as materialized (
        (select h.id, h.created_at from message h where h.status = $6 and h.status in (''HELD'', ''REJECTED'', ''FAILED'', ''NO_EFFECT'')' || filters || ' order by h.id desc limit $9)
        union
        (select h.id, h.created_at from interchange w join message h on h.interchange_id = w.id
          where w.status = case when $6 = ''RECEIVED'' then ''PROCESSING'' else $6 end
            and w.status in (''HELD'', ''FAILED'', ''REJECTED'', ''QUEUED'', ''SENT'', ''REJECTED_BY_PARTNER'', ''PROCESSING'')' || filters || ' order by h.id desc limit $9))
      select h.id, h.created_at from h order by h.id desc limit $9'
      using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until, size;
    return;
  end if;
  if term is null and facets = '{}' then
    return query execute 'select h.id, h.created_at from message h where h.id < $10 and h.id >= $11' || filters || ' order by h.id desc limit $9'
      using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until, size, hour_id(top), hour_id(bottom);
    return;
  end if;
  if part and not indexed and facets = '{}' then
    execute 'with h as materialized (select ' || columns || ' from message h where h.id < least($10, $3) and h.id >= $11 order by h.id desc limit 10000' || format(answer, filters)
      into ids, times, scanned, last using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until, size, hour_id(top), hour_id(bottom), pattern;
    return query select f.id, f.at from unnest(ids, times) f(id, at);
    found := cardinality(ids);
    before := coalesce(last::uuid, before);
    indexed := true;
    top := case when scanned < 10000 then bottom else least(top, id_hour(before) + 1) end;
  end if;
  while top > bottom and found < size loop
    level := 0;
    unit := 1;
    while level < 3 and top % (unit * 16) = 0 and unit * 16 <= covered * 3 loop
      level := level + 1;
      unit := unit * 16;
    end loop;
    n := least(greatest(covered * 3 / unit, 1), case when level = 3 then 64 when top % (unit * 16) = 0 then 16 else top % (unit * 16) / unit end);
    -- Sixteen hours of it tell whether the stretch holds too much to be read; then the newer quarter is looked at first.
    while indexed and named <> '' and n * unit > 32 loop
      execute 'select count(*) from message m where id_windows(m.id) && $10' || theirs || named into seen
        using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until, size,
          array(select top - 1 - g * n * unit / 16 from generate_series(0, 15) g), facets, pattern, term, groups;
      exit when seen * (n * unit / 16) <= 5000;
      if n < 4 then
        level := level - 1;
        unit := unit / 16;
        n := n * 16;
      end if;
      n := n / 4;
    end loop;
    execute 'with h as materialized (select ' || columns || ' from message m where id_windows(m.id) && $10' || theirs
        || case when indexed then named else '' end || format(answer, filters)
      into ids, times, seen, last
      using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until, size - found,
        array(select level * 100000000 + g from generate_series(top / unit - n, top / unit - 1) g), facets, pattern, term, groups;
    return query select f.id, f.at from unnest(ids, times) f(id, at);
    found := found + cardinality(ids);
    scanned := scanned + seen;
    indexed := indexed or scanned >= 10000;
    top := top - n * unit;
    covered := covered + n * unit;
  end loop;
end $$;
revoke execute on function find_messages from public;
grant execute on function find_messages to tradelane_app;

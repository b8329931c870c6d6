-- Room: exchange. Finding any message by any of its numbers, at any size of the journal: newest first, and no further back than the
-- page asks for. An index by numbers alone gives all hits, oldest first; a number of an article may have millions. So a message is also
-- indexed by the stretches of time in which it falls, of 1, 16, 256 and 4096 hours, and a search goes back by ever longer stretches.

-- Hours since 1970 at which an id (UUIDv7) was made.
create function id_hour(id uuid) returns int language plpgsql immutable strict parallel safe as $$
begin
  return (('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 3600000)::int;
end $$;

create function hour_of(at timestamptz) returns int language sql immutable strict parallel safe as
$$ select floor(extract(epoch from at) / 3600)::int $$;

-- The first id of an hour.
create function hour_id(hour int) returns uuid language sql immutable strict parallel safe as
$$ select (lpad(to_hex(hour::bigint * 3600000), 12, '0') || repeat('0', 20))::uuid $$;

create function id_windows(id uuid) returns int[] language plpgsql immutable strict parallel safe as $$
declare
  hour int := (('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 3600000)::int;
begin
  return array[hour, 100000000 + hour / 16, 200000000 + hour / 256, 300000000 + hour / 4096];
end $$;

-- One index instead of two, for windows, parties and type can then be asked for together with a number.
drop index message_keys;
drop index if exists message_text;
do $$
begin
  execute 'create index message_search on message using gin (id_windows(id), (array[organisation_id::text, counterparty_id::text, type]), business_keys'
    || case when exists (select 1 from pg_extension where extname = 'pg_trgm') then ', search_text gin_trgm_ops)' else ')' end;
end $$;
-- What is neither usual nor much is found by its status.
create index message_unusual on message (status, id) where status in ('HELD', 'REJECTED', 'FAILED', 'NO_EFFECT');
drop index interchange_for_a_person;
create index interchange_unusual on interchange (status, id)
  where status in ('HELD', 'UNASSIGNED', 'FAILED', 'REJECTED', 'DUPLICATE', 'QUEUED', 'SENT', 'REJECTED_BY_PARTNER', 'PROCESSED_WITH_ERRORS');
-- Names under which it came or went.
create index interchange_transport_id on interchange (transport_message_id) where transport_message_id is not null;
drop index interchange_sent_as;
create index interchange_file on interchange (organisation_id, lower(file_name) collate "C") where file_name is not null;

drop function find_messages;
-- Ids of what the actor may see, newest first. Row-level security keeps the planner from using an index on an operator that is not
-- leakproof (array containment, LIKE), so this runs with the owner's rights and asks for the actor itself.
-- term: null for any; a business key, or a part of one. size: how many at most.
create function find_messages(
  term text, part boolean, before uuid, size int,
  wanted_direction text, wanted_type text, wanted_status text, wanted_org uuid, since timestamptz, until timestamptz)
returns table (id uuid, at timestamptz) language plpgsql stable security definer rows 50
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  mine uuid := case when app_hub() or app_operator() or app_auditor() then null
                    else coalesce(app_org(), '00000000-0000-0000-0000-000000000000') end;
  facets text[] := array_remove(array[mine::text, wanted_org::text, wanted_type], null);
  pattern text := case when part then '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%' else term end;
  newest uuid := (select max.id from message max order by max.id desc limit 1);
  oldest uuid := (select min.id from message min order by min.id limit 1);
  top int := least(id_hour(newest), id_hour(before), hour_of(until) + 1) + 1;   -- not included
  bottom int := greatest(id_hour(oldest), hour_of(since) - 1);
  covered int := 32;
  level int;
  unit int;
  n int;
  found int := 0;
  rows_found int;
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
  while top > bottom and found < size loop
    level := 0;
    unit := 1;
    while level < 3 and top % (unit * 16) = 0 and unit * 16 <= covered * 3 loop
      level := level + 1;
      unit := unit * 16;
    end loop;
    n := least(greatest(covered * 3 / unit, 1), case when level = 3 then 64 when top % (unit * 16) = 0 then 16 else top % (unit * 16) / unit end);
    return query execute '
      with h as materialized (
        select m.id, m.created_at, m.direction, m.type, m.status, m.organisation_id, m.counterparty_id, m.interchange_id from message m
         where id_windows(m.id) && $10'
        || case when facets = '{}' then '' else ' and array[m.organisation_id::text, m.counterparty_id::text, m.type] @> $11' end
        || case when term is null then '' when part then ' and m.search_text like $12' else ' and m.business_keys @> array[$12]' end || ')
      select h.id, h.created_at from h where true' || filters || ' order by h.id desc limit $9'
      using mine, wanted_org, before, wanted_direction, wanted_type, wanted_status, since, until,
        size - found, array(select level * 100000000 + g from generate_series(top / unit - n, top / unit - 1) g), facets, pattern;
    get diagnostics rows_found = row_count;
    found := found + rows_found;
    top := top - n * unit;
    covered := covered + n * unit;
  end loop;
end $$;
revoke execute on function find_messages from public;
grant execute on function find_messages to tradelane_app;

-- Room: exchange. How long the bytes of what came and went are kept, where, and what must not be deleted.
create table retention_rule (
  id uuid primary key,
  partner_org_id uuid references organisation,
  document_type text,
  years int not null check (years between 1 and 100),
  unique nulls not distinct (partner_org_id, document_type)
);

-- Nothing under a hold is deleted, however old it is.
create table legal_hold (
  id uuid primary key,
  partner_org_id uuid references organisation,
  interchange_id uuid references interchange,
  document_number text,
  reason text not null check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  check (num_nonnulls(partner_org_id, interchange_id, document_number) > 0)
);
create index on legal_hold (id) where lifted_at is null;

create table retention_run (
  id uuid primary key,
  kind text not null check (kind in ('ARCHIVE', 'DELETE', 'VERIFY')),
  status text not null check (status in ('RUNNING', 'STOPPED', 'DONE')),
  reason text not null check (reason <> ''),
  asked_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  last_payload uuid,             -- how far it has come
  examined bigint not null default 0,
  done bigint not null default 0,
  bytes bigint not null default 0,
  broken bigint not null default 0
);
create index retention_run_at_work on retention_run (id) where status = 'RUNNING';

-- Bytes that are seldom asked for; a table of its own, so that it may stand on another disk. What is inline in payload is one row here.
create table payload_archive (
  payload_id uuid not null references payload,
  seq int not null,
  content bytea not null,
  primary key (payload_id, seq)
);
alter table payload_archive alter column content set storage external;
call protect_child('payload_archive', 'payload_id', 'payload');
call operator_reads('payload_archive');
revoke insert, update, delete, truncate on payload_archive from tradelane_app;

alter table payload
  add column archived_at timestamptz,
  add column deleted_at timestamptz;
create index payload_hot on payload (id) where archived_at is null and deleted_at is null;
create index delivery_attempt_receipt on delivery_attempt (receipt_payload_id) where receipt_payload_id is not null;
create index correction_payload on correction (payload_id);

do $$
declare
  target text;
begin
  foreach target in array array['retention_rule', 'legal_hold', 'retention_run'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy kept on %I using ((select app_hub()) or (select app_operator())) with check ((select app_hub()) or (select app_operator()))', target);
    execute format('create policy auditor_reads on %I for select using ((select app_auditor()))', target);
    execute format('create policy owner_reads on %I for select to %I using (true)', target, current_user);
  end loop;
  foreach target in array array['payload', 'payload_chunk', 'payload_archive', 'message'] loop
    execute format('create policy owner_keeps on %I to %I using (true) with check (true)', target, current_user);
  end loop;
end $$;
revoke delete, truncate on legal_hold, retention_run from tradelane_app;
call owner_reads('delivery_attempt');
call owner_reads('correction');

-- Which transmissions bytes belong to: as what was sent, as a receipt for it, as a corrected copy of it.
create function payload_uses(payload uuid) returns table (interchange_id uuid) language sql stable as $$
  select i.id from interchange i where i.payload_id = $1
  union select a.interchange_id from delivery_attempt a where a.receipt_payload_id = $1
  union select c.original_id from correction c where c.payload_id = $1
$$;

-- Of each type the most specific rule, of several as specific the longest; ten years where none is. The longest of all types counts.
create function retention_years(partner uuid, other uuid, types text[]) returns int language sql stable as $$
  select max(coalesce((
    select r.years from retention_rule r
     where (r.partner_org_id is null or r.partner_org_id = $1 or r.partner_org_id = $2) and (r.document_type is null or r.document_type = t.type)
     order by (r.partner_org_id is not null)::int + (r.document_type is not null)::int desc, r.years desc limit 1), 10))
    from unnest(case when cardinality($3) = 0 then array[''] else $3 end) t (type)
$$;

create function interchange_keep_until(interchange uuid) returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select i.received_at + make_interval(years => retention_years(i.organisation_id, i.counterparty_id,
           array(select distinct m.document_type from message m where m.interchange_id = i.id and m.document_type is not null)))
    from interchange i where i.id = $1
$$;

create function interchange_held(interchange uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from legal_hold h join interchange i on i.id = $1
   where h.lifted_at is null
     and (h.interchange_id is null or h.interchange_id = i.id)
     and (h.partner_org_id is null or h.partner_org_id = i.organisation_id or h.partner_org_id = i.counterparty_id)
     and (h.document_number is null or exists (select 1 from message m where m.interchange_id = i.id and h.document_number = any (m.business_keys))))
$$;

-- Whether the bytes are what their hash says, wherever they stand; null where there are none any more.
create function payload_intact(payload uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case when p.deleted_at is null then
           coalesce(sha256(coalesce(p.content, (select string_agg(c.content, '' order by c.seq) from payload_chunk c where c.payload_id = p.id),
                             (select string_agg(a.content, '' order by a.seq) from payload_archive a where a.payload_id = p.id))) = p.sha256, false) end
    from payload p where p.id = $1 and (app_hub() or app_operator() or app_auditor())
$$;

-- Moves bytes to the archive; refuses what is not what its hash says. Under scope HUB.
create function archive_payload(payload uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app_hub() then
    raise exception 'only the hub archives';
  end if;
  perform 1 from payload p where p.id = $1 and p.archived_at is null and p.deleted_at is null for update;
  if not found or not payload_intact($1) then
    return false;
  end if;
  insert into payload_archive (payload_id, seq, content)
    select p.id, 0, p.content from payload p where p.id = $1 and p.content is not null
    union all select c.payload_id, c.seq, c.content from payload_chunk c where c.payload_id = $1;
  delete from payload_chunk c where c.payload_id = $1;
  update payload p set content = null, archived_at = now() where p.id = $1;
  return true;
end $$;

-- Deletes bytes and what was read from them, if the retention of all that use them is over and nothing holds them; their hash stays.
create function erase_payload(payload uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app_hub() then
    raise exception 'only the hub deletes';
  end if;
  perform 1 from payload p where p.id = $1 and p.deleted_at is null for update;
  if not found or not exists (select 1 from payload_uses($1))
     or exists (select 1 from payload_uses($1) u where interchange_keep_until(u.interchange_id) >= now() or interchange_held(u.interchange_id)) then
    return false;
  end if;
  delete from payload_chunk c where c.payload_id = $1;
  delete from payload_archive a where a.payload_id = $1;
  update payload p set content = null, deleted_at = now() where p.id = $1;
  update message m set document = null, findings = '[]' where m.interchange_id in (select i.id from interchange i where i.payload_id = $1);
  return true;
end $$;
revoke execute on function archive_payload, erase_payload, payload_intact, interchange_keep_until, interchange_held from public;
grant execute on function archive_payload, erase_payload, payload_intact, interchange_keep_until, interchange_held to tradelane_app;

-- Every change of state is one row, chained by hashes within its entity. The database makes the chain; the application may
-- only add. The heads show a tail that was cut off.

create table state_chain (
  entity_type text not null,
  entity_id uuid not null,
  seq bigint not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (entity_type, entity_id)
) with (fillfactor = 80);
alter table state_chain enable row level security;
alter table state_chain force row level security;
create policy verifiers on state_chain for select using ((select app_hub()) or (select app_operator()));
do $$ begin execute format('create policy owner_keeps on state_chain to %I using (true) with check (true)', current_user); end $$;
revoke insert, update, delete, truncate on state_chain from tradelane_app;

create table state_transition (
  id uuid primary key,
  entity_type text not null,
  entity_id uuid not null,
  seq bigint not null,
  from_state text,
  event text not null,
  to_state text,
  actor_name text not null,
  actor_user_id uuid,
  actor_org_id uuid,
  source text not null,
  interchange_id uuid,
  message_id uuid,
  visible_to uuid[] not null,
  details jsonb not null,
  at timestamptz not null,
  prev_hash bytea not null,
  hash bytea not null,
  unique (entity_type, entity_id, seq)
);
create index on state_transition (interchange_id) where interchange_id is not null;

alter table state_transition enable row level security;
alter table state_transition force row level security;
create policy visible on state_transition for select using
  ((select app_hub()) or (select app_operator()) or (select app_org()) = any (visible_to));
create policy recorded on state_transition for insert with check
  ((select app_hub()) or (select app_operator()) or (select app_org()) = any (visible_to));
call owner_reads('state_transition');
call append_only('state_transition');

-- hash = sha256(prev_hash || text), where the text is a JSON array of all that happened, as texts: no two rows give the same.
-- JournalVerifier computes it a second time.
create function chain_state_transition() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened bytea := convert_to(json_build_array(
    new.id::text, new.entity_type, new.entity_id::text, new.from_state, new.event, new.to_state,
    new.actor_name, new.actor_user_id::text, new.actor_org_id::text, new.source, new.interchange_id::text, new.message_id::text,
    array_to_string(new.visible_to, ','), new.details::text, (extract(epoch from new.at) * 1000000)::bigint::text)::text, 'UTF8');
begin
  insert into state_chain as head (entity_type, entity_id, seq, prev_hash, hash)
    values (new.entity_type, new.entity_id, 1, '', sha256(happened))
    on conflict (entity_type, entity_id) do update set seq = head.seq + 1, prev_hash = head.hash, hash = sha256(head.hash || happened)
    returning seq, prev_hash, hash into new.seq, new.prev_hash, new.hash;
  return new;
end $$;

create trigger chain before insert on state_transition for each row execute function chain_state_transition();

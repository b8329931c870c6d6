-- Every change of state is one row, chained by hashes within its entity. The database makes the chain; the application may
-- only add. The heads show a tail that was cut off.

create table state_chain (
  entity_type text not null,
  entity_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  primary key (entity_type, entity_id)
);
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

-- A field of the text that is hashed: its length in bytes and itself, so that no two rows give the same text.
create function hashed_field(value text) returns text language sql immutable parallel safe as
$$ select case when value is null then '-' else octet_length(value) || ':' || value end $$;

create function hashed_text(t state_transition) returns text language sql immutable parallel safe as $$
  select hashed_field(t.id::text) || hashed_field(t.entity_type) || hashed_field(t.entity_id::text) || hashed_field(t.seq::text)
      || hashed_field(t.from_state) || hashed_field(t.event) || hashed_field(t.to_state)
      || hashed_field(t.actor_name) || hashed_field(t.actor_user_id::text) || hashed_field(t.actor_org_id::text) || hashed_field(t.source)
      || hashed_field(t.interchange_id::text) || hashed_field(t.message_id::text)
      || hashed_field(array_to_string(t.visible_to, ',')) || hashed_field(t.details::text)
      || hashed_field((extract(epoch from t.at) * 1000000)::bigint::text)
$$;

create function chain_state_transition() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head state_chain;
begin
  loop
    select * into head from state_chain c where c.entity_type = new.entity_type and c.entity_id = new.entity_id for update;
    new.seq := coalesce(head.seq, 0) + 1;
    new.prev_hash := coalesce(head.hash, ''::bytea);
    new.hash := sha256(new.prev_hash || convert_to(hashed_text(new), 'UTF8'));
    if head.seq is not null then
      update state_chain c set seq = new.seq, hash = new.hash where c.entity_type = new.entity_type and c.entity_id = new.entity_id;
      return new;
    end if;
    insert into state_chain (entity_type, entity_id, seq, hash) values (new.entity_type, new.entity_id, new.seq, new.hash)
      on conflict do nothing;
    if found then
      return new;
    end if;  -- somebody else began the chain meanwhile: read its head
  end loop;
end $$;

create trigger chain before insert on state_transition for each row execute function chain_state_transition();

-- Room: incident. Documents that are processed or sent once more, because a person said so.
create table replay (
  id uuid primary key,
  kind text not null check (kind in ('READ_AGAIN', 'SEND_AGAIN', 'WRITE_ANEW')),
  mapping text not null check (mapping in ('TODAY', 'THAT_DAY')),
  status text not null check (status in ('PREVIEWING', 'PREVIEWED', 'RUNNING', 'STOPPED', 'DONE', 'ABANDONED')),
  reason text not null check (reason <> ''),
  query jsonb not null,          -- what was looked for
  batch int not null check (batch between 1 and 500),
  passed_over int not null,      -- found, and of the other direction
  author text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  version int not null default 1
);
create index replay_at_work on replay (id) where status in ('PREVIEWING', 'RUNNING');

-- One transmission each, in the order in which they came or went.
create table replay_item (
  replay_id uuid not null references replay,
  position int not null,
  interchange_id uuid not null references interchange,
  messages int[] not null,       -- places in the interchange; none: it never came to messages
  preview jsonb,
  outcome text check (outcome in ('READ', 'SENT', 'WRITTEN', 'SKIPPED', 'FAILED')),
  detail text,
  result_id uuid references interchange,
  outbox_id uuid references outbox,
  done_at timestamptz,
  primary key (replay_id, position)
);
create index on replay_item (interchange_id);
create index on replay_item (result_id) where result_id is not null;
create index replay_item_open on replay_item (replay_id, position) where outcome is null;

-- Of the operator: it reaches over many companies.
do $$
declare
  target text;
begin
  foreach target in array array['replay', 'replay_item'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy kept on %I using ((select app_hub()) or (select app_operator())) with check ((select app_hub()) or (select app_operator()))', target);
    execute format('create policy auditor_reads on %I for select using ((select app_auditor()))', target);
    execute format('revoke delete, truncate on %I from tradelane_app', target);
  end loop;
end $$;

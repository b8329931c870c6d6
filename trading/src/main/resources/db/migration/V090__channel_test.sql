-- A person asks whether a channel's partner can be reached; a hub tries, and writes how far it came. Of a channel the last one is kept.
create table channel_test (
  id uuid primary key,
  channel_id uuid not null unique references channel,
  organisation_id uuid not null references organisation,
  requested_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  finished_at timestamptz,
  steps jsonb not null default '[]'
);
create index channel_test_open on channel_test (requested_at) where taken_at is null;
call protect('channel_test', 'organisation_id');
call operator_writes('channel_test');

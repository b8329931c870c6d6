-- Room: partner. How far a channel has read that asks a partner for changes, and which hub is asking.
create table channel_position (
  channel_id uuid primary key references channel,
  organisation_id uuid not null references organisation,
  position text check (length(position) <= 8000),
  held_by uuid,
  held_until timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);
call protect('channel_position', 'organisation_id');
call operator_reads('channel_position');
call operator_writes('channel_position');

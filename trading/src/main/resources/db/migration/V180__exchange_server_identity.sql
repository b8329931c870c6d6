-- Room: exchange. By what the server of a channel's partner was last known, and what it showed that was not accepted. Of a channel one row.
create table server_identity (
  channel_id uuid primary key references channel on delete cascade,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('TLS', 'SSH')),
  name text,
  fingerprint text,
  valid_to timestamptz,            -- null: it has no end, as a host key
  since timestamptz,
  previous_fingerprint text,
  refused_name text,
  refused_fingerprint text,
  refused_at timestamptz,
  warned_days int
);
create index on server_identity (organisation_id);
call protect('server_identity', 'organisation_id');
call operator_writes('server_identity');

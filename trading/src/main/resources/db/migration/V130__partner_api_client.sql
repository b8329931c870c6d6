-- Room: partner. A key of a machine expires, is changed with an overlap, may be tied to a client certificate, and shows when it was used.
alter table api_client
  add column expires_at timestamptz,
  add column last_used_at timestamptz,
  add column previous_hash bytea,
  add column previous_until timestamptz,
  add column certificate_fingerprint text check (certificate_fingerprint ~ '^[0-9a-f]{64}$');
create unique index api_client_certificate on api_client (certificate_fingerprint) where enabled;

-- Access tokens that were given back before their time (RFC 7009). Of others nothing is kept: they live for minutes.
create table revoked_token (
  jti uuid primary key,
  organisation_id uuid not null references organisation,
  expires_at timestamptz not null
);
create index on revoked_token (expires_at);
call protect('revoked_token', 'organisation_id');
call operator_writes('revoked_token');

-- Room: partner. A certificate that follows another is accepted at once, and sent with when its user is known to have it.
alter table partner_certificate
  add column successor_of uuid references partner_certificate,
  add column last_used_at timestamptz,
  add column warned_days int;

-- Who has it: the partner said so on the page of its link, an operator said so, or a message that fits only the new one came.
create table certificate_confirmation (
  id uuid primary key,
  certificate_id uuid not null references partner_certificate,
  organisation_id uuid not null references organisation,
  token_hash bytea unique,
  invited_at timestamptz,
  expires_at timestamptz,
  how text check (how in ('LINK', 'OPERATOR', 'USE')),
  confirmed_by text,
  confirmed_at timestamptz,
  unique (certificate_id, organisation_id),
  check ((how is null) = (confirmed_at is null))
);
create index on certificate_confirmation (organisation_id);
call protect('certificate_confirmation', 'organisation_id');
call operator_writes('certificate_confirmation');

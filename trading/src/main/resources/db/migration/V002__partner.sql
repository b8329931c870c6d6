-- Organisations, people, keys, channels, agreements.

create table organisation (
  id uuid primary key,
  name text not null,
  name_local text,
  kind text not null check (kind in ('BUYER', 'SUPPLIER', 'BOTH', 'BANK', 'CARRIER', 'OPERATOR')),
  gln char(13),
  currency char(3) not null,
  street text,
  city text,
  postal_code text,
  country char(2),
  created_at timestamptz not null default now()
);

create table organisation_identifier (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  scheme text not null,
  value text not null,
  unique (scheme, value)
);
create index on organisation_identifier (organisation_id);

-- The directory is open to everybody who is signed in; the hub and the operator keep it.
alter table organisation enable row level security;
alter table organisation force row level security;
create policy directory on organisation for select using ((select app_scope()) is not null);
create policy kept_by_hub on organisation using ((select app_hub())) with check ((select app_hub()));
call operator_writes('organisation');
alter table organisation_identifier enable row level security;
alter table organisation_identifier force row level security;
create policy directory on organisation_identifier for select using ((select app_scope()) is not null);
create policy kept_by_hub on organisation_identifier using ((select app_hub())) with check ((select app_hub()));
call operator_writes('organisation_identifier');

create table app_user (
  id uuid primary key,
  email text not null,
  display_name text not null,
  locale text not null,
  password_hash text not null,
  enabled boolean not null default true,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index on app_user (lower(email));

create table membership (
  id uuid primary key,
  user_id uuid not null references app_user,
  organisation_id uuid not null references organisation,
  role text not null,
  unique (user_id, organisation_id, role)
);
create index on membership (organisation_id);
call protect('membership', 'organisation_id');
call operator_writes('membership');

-- A person sees herself and those who work for the organisation she acts for.
alter table app_user enable row level security;
alter table app_user force row level security;
create policy kept_by_hub on app_user using ((select app_hub())) with check ((select app_hub()));
create policy myself on app_user using (id = (select app_user())) with check (id = (select app_user()));
create policy colleagues on app_user for select using
  ((select app_org()) is not null and exists (select 1 from membership m where m.user_id = app_user.id and m.organisation_id = (select app_org())));
call operator_writes('app_user');

create table api_client (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  scopes text[] not null,
  key_id text not null unique,
  secret_hash bytea not null,
  enabled boolean not null default true,
  created_at timestamptz not null default now()
);
create index on api_client (organisation_id);
call protect('api_client', 'organisation_id');
call operator_writes('api_client');

create table channel (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  door text not null,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  parameters jsonb not null,
  enabled boolean not null,
  deleted boolean not null default false,
  version int not null default 1,
  revision bigint not null,
  changed_at timestamptz not null default now()
);
create unique index on channel (revision);
create index on channel (organisation_id);
create sequence channel_revision;
call protect('channel', 'organisation_id');
call operator_writes('channel');

create table channel_secret (
  channel_id uuid not null references channel,
  organisation_id uuid not null references organisation,
  name text not null,
  value_enc text not null,
  primary key (channel_id, name)
);
call protect('channel_secret', 'organisation_id');
call operator_writes('channel_secret');

create table agreement (
  id uuid primary key,
  sender_org_id uuid not null references organisation,
  receiver_org_id uuid not null references organisation,
  document_type text not null,
  format text not null,
  version text not null,
  association text,
  channel_id uuid references channel,
  acknowledgement_requested boolean not null,
  sender_id text not null,
  sender_qualifier text,
  receiver_id text not null,
  receiver_qualifier text,
  charset text not null,
  test boolean not null,
  unique (sender_org_id, receiver_org_id, document_type)
);
create index on agreement (receiver_org_id);
call protect('agreement', 'sender_org_id', 'receiver_org_id');
call operator_writes('agreement');

create table partner_certificate (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  alias text not null,
  use text not null check (use in ('SIGN', 'ENCRYPT', 'SIGN_AND_ENCRYPT')),
  certificate_pem text not null,
  private_key_enc text,
  fingerprint text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  unique (organisation_id, fingerprint, use)
);
create unique index on partner_certificate (organisation_id, alias) where enabled;
call protect('partner_certificate', 'organisation_id');
call operator_writes('partner_certificate');

-- Room: people. Who works for a company in which roles: invited by a link, granted by one person, where it is sensitive by two.
-- A person is deactivated in one company; her account and her other companies stay.
alter table membership add column enabled boolean not null default true;

-- Whether she signs in with a second factor; the secret itself stands elsewhere.
alter table app_user add column second_factor boolean not null default false;

create table person_invitation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email text not null,
  language text not null,
  roles text[] not null check (cardinality(roles) between 1 and 20),
  token_hash bytea not null unique,
  invited_by_id uuid references app_user,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index person_invitation_open on person_invitation (organisation_id, lower(email)) where accepted_at is null and revoked_at is null;
call protect('person_invitation', 'organisation_id');
create policy operators_own on person_invitation using
  ((select app_operator()) and organisation_id in (select id from organisation where kind = 'OPERATOR'));
revoke delete, truncate on person_invitation from tradelane_app;

-- A sensitive role that waits for a second person, or was decided by one.
create table role_request (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  user_id uuid not null references app_user,
  role text not null,
  requested_by_id uuid references app_user,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by_id uuid references app_user,
  decided_by text,
  decided_at timestamptz,
  granted boolean,
  check ((decided_at is null) = (granted is null)),
  check (decided_by_id is null or (decided_by_id <> user_id and decided_by_id is distinct from requested_by_id))
);
create unique index role_request_open on role_request (organisation_id, user_id, role) where decided_at is null;
call protect('role_request', 'organisation_id');
call operator_writes('role_request');
revoke delete, truncate on role_request from tradelane_app;

-- Whoever waits for her first role there is seen by those who decide.
create policy asked on app_user for select using
  ((select app_org()) is not null and exists (select 1 from role_request r where r.user_id = app_user.id and r.organisation_id = (select app_org()) and r.decided_at is null));

-- Whose people need a second factor; without a row nobody's.
create table access_policy (
  organisation_id uuid primary key references organisation,
  second_factor_roles text[] not null,
  changed_by text not null,
  changed_at timestamptz not null
);
call protect('access_policy', 'organisation_id');
create policy operators_own on access_policy using
  ((select app_operator()) and organisation_id in (select id from organisation where kind = 'OPERATOR'));

-- Letters to people: invitations, links to choose a new password. What only the addressee may see is encrypted until it is sent, and then gone.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ALERT', 'RESOLVED', 'REMINDER', 'TEST', 'LETTER'));
alter table notice add column secret_enc text;

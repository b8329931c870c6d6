-- Room: admission. A company that registers itself, and what becomes of it: confirmed by mail, submitted with documents, reviewed, admitted by a
-- second person or rejected. Until then it is no organisation and nobody's partner; the applicant holds a link.
create table admission (
  id uuid primary key,
  state text not null,
  version int not null default 1,
  name text not null,
  name_local text,
  kind text not null check (kind in ('BUYER', 'SUPPLIER', 'BOTH')),
  country char(2) not null,
  currency char(3) not null,
  street text,
  city text,
  postal_code text,
  contact_name text not null,
  phone text,
  email text not null,
  language text not null,
  identifiers jsonb not null default '{}',
  category text,
  region text,
  description text,
  token_hash bytea not null unique,
  token_enc text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  reviewer_id uuid references app_user,
  reviewer text,
  note text,                            -- what is asked for, or why it was rejected
  decided_by text,
  decided_at timestamptz,
  organisation_id uuid references organisation
);
create index admission_state on admission (state, id);
create unique index admission_open on admission (lower(email)) where state not in ('QUALIFIED', 'ACTIVE', 'REJECTED', 'LAPSED');

create table admission_document (
  id uuid primary key,
  admission_id uuid not null references admission,
  kind text not null,
  file_name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  payload_id uuid not null references payload,
  uploaded_at timestamptz not null,
  unique (admission_id, sha256)
);

do $$
declare
  target text;
begin
  foreach target in array array['admission', 'admission_document'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy kept_by_hub on %I using ((select app_hub())) with check ((select app_hub()))', target);
    execute format('create policy auditor_reads on %I for select using ((select app_auditor()))', target);
  end loop;
end $$;
call operator_writes('admission');
call operator_writes('admission_document');
revoke delete, truncate on admission from tradelane_app;

-- Room: partner. Whom to ask for what at a company.
create table organisation_contact (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('BUSINESS', 'TECHNICAL', 'CERTIFICATES', 'FINANCE', 'EMERGENCY')),
  name text not null check (name <> ''),
  phone text,
  email text,
  language text,
  unique (organisation_id, role, name)
);
call protect('organisation_contact', 'organisation_id');
call operator_writes('organisation_contact');

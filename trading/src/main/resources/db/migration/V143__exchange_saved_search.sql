-- Room: exchange. Searches that somebody keeps, for herself or for all of her organisation.
create table saved_search (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  user_id uuid references app_user,     -- null: shared
  name text not null,
  query jsonb not null,                 -- as the address of the page has it: q, direction, type, status, partner, from, to
  created_by text not null,
  created_at timestamptz not null,
  unique nulls not distinct (organisation_id, user_id, name)
);
call protect('saved_search', 'organisation_id');
call operator_writes('saved_search');

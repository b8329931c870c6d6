-- Room: incident. A corrected copy of what came in; where two pairs of eyes are wanted it waits for the second.
create table correction (
  id uuid primary key,
  incident_id uuid not null references incident,
  original_id uuid not null references interchange,
  organisation_id uuid references organisation,
  payload_id uuid not null references payload,
  status text not null check (status in ('WAITING', 'SUBMITTED', 'REFUSED', 'WITHDRAWN')),
  second_person boolean not null,
  reason text not null check (reason <> ''),
  findings jsonb not null,        -- of the check before it was handed in
  errors int not null,
  author text not null,           -- the person's id, or client: and the name of a machine's key
  author_name text not null,
  proposed_at timestamptz not null,
  decider text,
  decider_name text,
  decided_at timestamptz,
  decision_reason text,
  result_id uuid references interchange,
  version int not null default 1,
  constraint correction_four_eyes check (not (second_person and status = 'SUBMITTED') or coalesce(decider <> author, false))
);
create unique index correction_waiting on correction (incident_id) where status = 'WAITING';
create index on correction (original_id);
create index on correction (result_id) where result_id is not null;
create index on correction (status, id);
create index on correction (organisation_id);
call protect('correction', 'organisation_id');
call operator_writes('correction');
-- What was proposed, by whom and whether it needs another is said once.
revoke update, delete, truncate on correction from tradelane_app;
grant update (status, decider, decider_name, decided_at, decision_reason, result_id, version) on correction to tradelane_app;

-- Whether what a company sends may be corrected by one person; the most specific rule counts, and without one a single person may.
create table correction_rule (
  id uuid primary key,
  sender_org_id uuid not null references organisation,
  receiver_org_id uuid references organisation,
  document_type text,
  second_person boolean not null,
  unique nulls not distinct (sender_org_id, receiver_org_id, document_type)
);
create index on correction_rule (receiver_org_id);
call protect('correction_rule', 'sender_org_id', 'receiver_org_id');
call operator_writes('correction_rule');

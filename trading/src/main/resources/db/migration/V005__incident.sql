-- What needs a person, once per cause and place.

create table incident (
  id uuid primary key,
  cause text not null,
  status text not null check (status in ('OPEN', 'RETRIED', 'CLOSED')),
  organisation_id uuid references organisation,
  interchange_id uuid references interchange,
  message_id uuid references message,
  args jsonb not null,
  detail text,
  occurrences int not null default 1,
  assignee_id uuid references app_user,
  resubmission_id uuid references interchange,
  resolution text,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1
);
-- args.subject tells apart what has neither interchange nor message of its own, for example an entry of the outbox.
create unique index incident_once on incident (cause, interchange_id, message_id, (args ->> 'subject')) nulls not distinct where status <> 'CLOSED';
create index incident_list on incident (status, id);
create index incident_interchange on incident (interchange_id);
create index incident_partner on incident (organisation_id, id);
call protect('incident', 'organisation_id');
call operator_writes('incident');
revoke delete, truncate on incident from tradelane_app;

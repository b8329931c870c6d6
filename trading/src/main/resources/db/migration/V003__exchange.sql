-- What came in and what goes out. organisation_id is always the partner on the wire, counterparty_id the other business
-- party; the hub is between them.

create table payload (
  id uuid primary key,
  organisation_id uuid references organisation,
  counterparty_id uuid references organisation,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  content bytea,             -- up to 256 KB; more stands in payload_chunk
  created_at timestamptz not null default now()
);
alter table payload alter column content set storage external;  -- messages compress little in the time that matters
call protect('payload', 'organisation_id', 'counterparty_id');
call operator_writes('payload');
call append_only('payload');
grant update (organisation_id, counterparty_id) on payload to tradelane_app;

create table payload_chunk (
  payload_id uuid not null references payload,
  seq int not null,
  content bytea not null,
  primary key (payload_id, seq)
);
alter table payload_chunk alter column content set storage external;
call protect_child('payload_chunk', 'payload_id', 'payload');
call operator_writes('payload_chunk');
call append_only('payload_chunk');

create table interchange (
  id uuid primary key,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  organisation_id uuid references organisation,
  counterparty_id uuid references organisation,
  channel_id uuid references channel,
  door text not null,
  payload_id uuid not null references payload,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  transport_message_id text collate "C",
  transport_key text collate "C",      -- organisation, door and transport id of an inbound one: the first reception wins
  file_name text,
  properties jsonb not null default '{}',
  format text,
  version text,
  sender_id text,
  sender_qualifier text,
  recipient_id text,
  recipient_qualifier text,
  control_reference text collate "C",
  test boolean not null default false,
  acknowledgement_requested boolean not null default false,
  status text not null check (status in ('RECEIVED', 'PROCESSING', 'PROCESSED', 'PROCESSED_WITH_ERRORS', 'REJECTED', 'DUPLICATE',
    'HELD', 'UNASSIGNED', 'FAILED', 'QUEUED', 'SENT', 'DELIVERED', 'ACKNOWLEDGED', 'REJECTED_BY_PARTNER')),
  reason text,
  reason_args jsonb not null default '{}',
  findings jsonb not null default '[]',
  message_count int not null default 0,
  duplicate_of uuid references interchange,
  resubmission_of uuid references interchange,
  released boolean not null default false,        -- a person let it pass whatever its reference
  sender_assigned boolean not null default false, -- a person said who sent it
  received_at timestamptz not null,
  announced_at timestamptz,
  processed_at timestamptz
);
create unique index interchange_transport on interchange (transport_key) where transport_key is not null;
create index interchange_sent_as on interchange (transport_message_id) where direction = 'OUTBOUND';
create index interchange_reference on interchange (control_reference);
create index interchange_partner on interchange (organisation_id, id);
create index interchange_counterparty on interchange (counterparty_id, id) where counterparty_id is not null;
create index interchange_waiting on interchange (received_at) where status in ('RECEIVED', 'PROCESSING');
create index interchange_for_a_person on interchange (status, id) where status in ('HELD', 'UNASSIGNED', 'FAILED', 'REJECTED');
create index interchange_resubmission on interchange (resubmission_of) where resubmission_of is not null;
create index interchange_duplicate on interchange (duplicate_of) where duplicate_of is not null;
create index interchange_payload on interchange (payload_id);
call protect('interchange', 'organisation_id', 'counterparty_id');
call operator_writes('interchange');
call owner_reads('interchange');
revoke delete, truncate on interchange from tradelane_app;

-- Which interchange a control reference stands for. The row is the lock under which duplicates meet.
create table interchange_identity (
  key text collate "C" primary key,
  interchange_id uuid not null references interchange,
  sha256 bytea not null,
  rejected boolean not null      -- nothing of it was used: a corrected one may come under the same reference
);
alter table interchange_identity enable row level security;
alter table interchange_identity force row level security;
create policy hub on interchange_identity using ((select app_hub())) with check ((select app_hub()));

create table message (
  id uuid primary key,
  interchange_id uuid not null references interchange,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  organisation_id uuid references organisation,
  counterparty_id uuid references organisation,
  index int not null,
  siblings int not null,
  reference text collate "C" not null,
  type text not null,
  version text not null,
  association text,
  document_type text,
  document_number text,
  document jsonb,
  business_keys text[] not null,
  search_text text not null,
  status text not null check (status in ('RECEIVED', 'APPLIED', 'NO_EFFECT', 'HELD', 'REJECTED', 'FAILED', 'RENDERED')),
  verdict_key text,
  verdict_args jsonb,
  findings jsonb not null default '[]',
  byte_start bigint not null,
  byte_end bigint not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  unique (interchange_id, index)
) with (fillfactor = 80);
-- No index has the status in it, not even as a condition: so a verdict changes the row in its page and leaves the indexes alone.
create index message_reference on message (reference, organisation_id);
create index message_partner on message (organisation_id, id);
create index message_counterparty on message (counterparty_id, id) where counterparty_id is not null;
create index message_keys on message using gin (business_keys);
do $$
begin
  if exists (select 1 from pg_extension where extname = 'pg_trgm') then
    create index message_text on message using gin (search_text gin_trgm_ops);
  end if;
end $$;
call protect('message', 'organisation_id', 'counterparty_id');
call operator_writes('message');
call owner_reads('message');
revoke delete, truncate on message from tradelane_app;

create table outbox (
  id uuid primary key,
  seq bigint generated always as identity,
  from_org_id uuid not null references organisation,
  to_org_id uuid not null references organisation,
  document_type text not null,
  document jsonb not null,
  business_key text not null,
  cause_interchange_id uuid references interchange,
  cause_message_id uuid references message,
  idempotency_key text collate "C" not null unique,
  status text not null check (status in ('QUEUED', 'RENDERED', 'SENT', 'DELIVERED', 'ACKNOWLEDGED', 'REJECTED_BY_PARTNER', 'FAILED', 'PORTAL')),
  agreement_id uuid references agreement,
  interchange_id uuid references interchange,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null
);
create index outbox_due on outbox (seq) where status in ('QUEUED', 'RENDERED');
create index outbox_lane on outbox (from_org_id, to_org_id, seq) where status in ('QUEUED', 'RENDERED');
create index outbox_unreceipted on outbox (sent_at) where status = 'SENT';
create unique index outbox_interchange on outbox (interchange_id) where interchange_id is not null;
create index outbox_cause on outbox (cause_interchange_id);
call protect('outbox', 'from_org_id', 'to_org_id');
call operator_writes('outbox');
revoke delete, truncate on outbox from tradelane_app;

create table control_number (
  from_org_id uuid not null references organisation,
  to_org_id uuid not null references organisation,
  kind text not null,
  last bigint not null,
  primary key (from_org_id, to_org_id, kind)
);
call protect('control_number', 'from_org_id', 'to_org_id');
revoke delete, truncate on control_number from tradelane_app;

create table acknowledgement (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null,
  interchange_id uuid not null references interchange,
  message_id uuid references message,
  answer_interchange_id uuid references interchange,
  answer_message_id uuid references message,
  outbox_id uuid references outbox,
  accepted boolean not null,
  detail text,
  at timestamptz not null,
  unique nulls not distinct (kind, interchange_id, message_id, answer_message_id, outbox_id)
);
create index on acknowledgement (interchange_id);
create index on acknowledgement (answer_interchange_id);
create index on acknowledgement (outbox_id);
call protect('acknowledgement', 'organisation_id');
call operator_writes('acknowledgement');
call append_only('acknowledgement');

create table delivery_attempt (
  id uuid primary key,
  interchange_id uuid not null references interchange,
  organisation_id uuid references organisation,
  number int not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('SENT', 'DELIVERED', 'FAILED', 'REFUSED')),
  detail text,
  receipt_payload_id uuid references payload
);
create index on delivery_attempt (interchange_id);
call protect('delivery_attempt', 'organisation_id');
call operator_writes('delivery_attempt');
call append_only('delivery_attempt');

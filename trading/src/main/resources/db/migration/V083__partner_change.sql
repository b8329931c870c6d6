-- Room: partner. What partners propose about companies. Nothing takes effect that nobody accepted.
create table party_proposal (
  id uuid primary key,
  sender_org_id uuid not null references organisation,
  receiver_org_id uuid references organisation,
  number text not null check (number <> ''),
  issued_on date not null,
  valid_from date,
  content_hash bytea not null,
  interchange_id uuid,
  message_id uuid,
  created_at timestamptz not null,
  unique (sender_org_id, number)
);
create index on party_proposal (receiver_org_id);
call protect('party_proposal', 'sender_org_id', 'receiver_org_id');
call operator_writes('party_proposal');

-- Each company or place that a proposal speaks of; its bank account is a change of its own, which others decide on.
create table party_change (
  id uuid primary key,
  proposal_id uuid not null references party_proposal,
  sender_org_id uuid not null references organisation,
  receiver_org_id uuid references organisation,
  organisation_id uuid references organisation,
  position int not null,
  part text not null check (part in ('PARTY', 'BANK_ACCOUNT')),
  entry jsonb not null,
  status text not null check (status in ('WAITING', 'ACCEPTED', 'REJECTED')),
  differences jsonb,
  reason text,
  decided_by text,
  decided_at timestamptz,
  unique (proposal_id, position, part)
);
create index on party_change (organisation_id);
create index on party_change (receiver_org_id);
create index on party_change (sender_org_id);
create index party_change_waiting on party_change (id) where status = 'WAITING';
call protect('party_change', 'sender_org_id', 'receiver_org_id', 'organisation_id');
call operator_writes('party_change');

-- Whose account it is sees by whom it was said.
create policy subject_reads on party_proposal for select using
  (exists (select from party_change c where c.proposal_id = party_proposal.id and c.organisation_id = (select app_org())));

alter table organisation
  add column contact text,
  add column phone text,
  add column email text;

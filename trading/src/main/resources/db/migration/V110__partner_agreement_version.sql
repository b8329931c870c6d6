-- Room: partner. What an agreement says stands in its versions: one draft at most, and at any moment one that holds.
create table agreement_version (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  number int not null check (number > 0),
  status text not null check (status in ('DRAFT', 'ACTIVE', 'WITHDRAWN')),
  terms jsonb not null,
  valid_from timestamptz,
  valid_to timestamptz,
  based_on int,
  edits int not null default 1,
  reason text not null default '',
  changed_by text not null,
  changed_by_id uuid,
  changed_at timestamptz not null,
  activated_by text,
  activated_by_id uuid,
  activated_at timestamptz,
  activation_reason text,
  unique (agreement_id, number),
  check ((status = 'ACTIVE') = (valid_from is not null)),
  check (valid_to is null or valid_to >= valid_from),
  exclude using gist (agreement_id with =, tstzrange(valid_from, valid_to) with &&) where (status = 'ACTIVE')
);
create unique index agreement_draft on agreement_version (agreement_id) where status = 'DRAFT';
call protect_child('agreement_version', 'agreement_id', 'agreement');
call operator_writes('agreement_version');
revoke delete, truncate on agreement_version from tradelane_app;

-- What is agreed already is the first version of each.
insert into agreement_version (id, agreement_id, number, status, valid_from, changed_by, changed_at, activated_by, activated_at, terms)
select gen_random_uuid(), a.id, 1, 'ACTIVE', now(), 'hub', now(), 'hub', now(), jsonb_build_object(
  'format', a.format, 'version', a.version, 'association', a.association, 'channel', a.channel_id,
  'acknowledgementRequested', a.acknowledgement_requested, 'senderId', a.sender_id, 'senderQualifier', a.sender_qualifier,
  'receiverId', a.receiver_id, 'receiverQualifier', a.receiver_qualifier, 'charset', a.charset, 'test', a.test,
  'acknowledgements', case when p.agreement_id is null then null else jsonb_build_object(
    'answer', p.answer, 'interchange', p.interchange, 'expected', p.expected, 'deadlineMinutes', p.deadline_minutes, 'rejected', p.rejected,
    'acknowledged', p.acknowledged, 'received', p.received, 'withErrors', p.with_errors) end)
  from agreement a left join acknowledgement_policy p on p.agreement_id = a.id;
drop table acknowledgement_policy;

-- OUTBOUND: how one kind of document goes from sender to receiver. INBOUND: how what the sender sends in a format is taken in,
-- of one kind of document, or of all where none is named.
alter table agreement
  add column direction text not null default 'OUTBOUND' check (direction in ('INBOUND', 'OUTBOUND')),
  add column received_format text,
  alter column receiver_org_id drop not null,
  alter column document_type drop not null,
  drop column format, drop column version, drop column association, drop column channel_id, drop column acknowledgement_requested,
  drop column sender_id, drop column sender_qualifier, drop column receiver_id, drop column receiver_qualifier, drop column charset, drop column test,
  add check (case direction when 'OUTBOUND' then receiver_org_id is not null and document_type is not null and received_format is null
                            else receiver_org_id is null and received_format is not null end);
create unique index agreement_received on agreement (sender_org_id, received_format, document_type) nulls not distinct
  where ended_at is null and direction = 'INBOUND';

-- The version that holds now; an agreement without one is not in force.
create view agreement_in_force with (security_invoker = true) as
select a.id, a.direction, a.sender_org_id, a.receiver_org_id, a.document_type, a.received_format, a.ended_at, v.id as version_id, v.number, v.terms
  from agreement a join agreement_version v on v.agreement_id = a.id
 where v.status = 'ACTIVE' and v.valid_from <= clock_timestamp() and (v.valid_to is null or v.valid_to > clock_timestamp());

-- Whoever changes an agreement of such a company may not put the change into force.
alter table organisation add column four_eyes boolean not null default false;

-- By which version a document went out or came in.
alter table outbox add column agreement_version_id uuid references agreement_version;
alter table interchange add column agreement_version_id uuid references agreement_version;

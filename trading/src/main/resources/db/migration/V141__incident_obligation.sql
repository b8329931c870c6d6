-- Room: incident. What somebody owes somebody, until when: a receipt or an acknowledgement of what was sent, and the documents that have to
-- follow in a deal. Opened and closed in the transaction of the cause; a sweep marks what is late.

-- What is moved below is everybody's.
select set_config('app.scope', 'HUB', true);

create table obligation (
  id uuid primary key,
  kind text not null check (kind in ('RECEIPT', 'SYNTAX', 'APPLICATION', 'ORDER_RESPONSE', 'DESPATCH_ADVICE', 'RECEIPT_ADVICE', 'INVOICE', 'PAYMENT')),
  subject_id uuid not null,            -- entry of the outbox, order, shipment or invoice
  debtor_org_id uuid not null references organisation,
  creditor_org_id uuid not null references organisation,
  number text not null,                -- of the document that asks for it
  deal text not null,                  -- the number under which the deal is looked for
  order_id uuid,
  interchange_id uuid references interchange,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  overdue_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('ARRIVED', 'WITHDRAWN')),
  snoozed_until timestamptz,
  reminded_at timestamptz,
  reminders int not null default 0,
  incident_id uuid references incident,
  check ((closed_at is null) = (outcome is null))
);
create unique index obligation_once on obligation (kind, subject_id) where closed_at is null;
create index obligation_late on obligation (due_at, id) where closed_at is null;
create index obligation_unmarked on obligation (due_at) where closed_at is null and overdue_at is null;
create index obligation_debtor on obligation (debtor_org_id, due_at, id) where closed_at is null;
create index obligation_creditor on obligation (creditor_org_id, due_at, id) where closed_at is null;
create index obligation_order on obligation (order_id) where order_id is not null;
create index obligation_deal on obligation (deal);
create index obligation_closed on obligation (closed_at desc, id) where closed_at is not null;
call protect('obligation', 'debtor_org_id', 'creditor_org_id');
call operator_writes('obligation');
revoke delete, truncate on obligation from tradelane_app;

-- After how many minutes what is late; the most particular row counts: of both partners, of who waits, of who owes, of the hub.
create table obligation_term (
  id uuid primary key,
  kind text not null check (kind in ('RECEIPT', 'ORDER_RESPONSE', 'DESPATCH_ADVICE', 'RECEIPT_ADVICE', 'INVOICE', 'PAYMENT')),
  creditor_org_id uuid references organisation,
  debtor_org_id uuid references organisation,
  minutes int check (minutes between 0 and 525600),   -- null: not waited for
  unique nulls not distinct (kind, creditor_org_id, debtor_org_id)
);
call protect('obligation_term', 'creditor_org_id');
call operator_writes('obligation_term');
call owner_reads('obligation_term');
create policy defaults on obligation_term for select using (creditor_org_id is null and debtor_org_id is null and (select app_scope()) is not null);
insert into obligation_term (id, kind, minutes) values
  (gen_random_uuid(), 'RECEIPT', 60),             -- since it was sent
  (gen_random_uuid(), 'ORDER_RESPONSE', 1440),    -- since the order
  (gen_random_uuid(), 'DESPATCH_ADVICE', 0),      -- since the end of the promised day
  (gen_random_uuid(), 'RECEIPT_ADVICE', 4320),    -- since the goods should have arrived
  (gen_random_uuid(), 'INVOICE', 20160),          -- since the last despatch
  (gen_random_uuid(), 'PAYMENT', 4320);           -- since the end of the day on which the invoice is due

-- Until when; null where it is not waited for.
create function obligation_due(wanted text, creditor uuid, debtor uuid, since timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select since + make_interval(mins => t.minutes) from obligation_term t
   where t.kind = wanted and (t.creditor_org_id is null or t.creditor_org_id = creditor) and (t.debtor_org_id is null or t.debtor_org_id = debtor)
   order by (t.creditor_org_id is not null)::int * 2 + (t.debtor_org_id is not null)::int desc limit 1
$$;
revoke execute on function obligation_due from public;
grant execute on function obligation_due to tradelane_app;

-- What was waited for so far.
insert into obligation (id, kind, subject_id, debtor_org_id, creditor_org_id, number, deal, interchange_id, opened_at, due_at)
select gen_random_uuid(), v.terms #>> '{acknowledgements,expected}', o.id, o.to_org_id, o.from_org_id, coalesce(o.document -> 'document' ->> 'number', o.business_key),
       o.business_key, o.interchange_id, o.acknowledge_by - make_interval(mins => coalesce((v.terms #>> '{acknowledgements,deadlineMinutes}')::int, 0)), o.acknowledge_by
  from outbox o join agreement_version v on v.id = o.agreement_version_id
 where o.acknowledge_by is not null and v.terms #>> '{acknowledgements,expected}' in ('SYNTAX', 'APPLICATION');
drop index outbox_awaited;
alter table outbox drop column acknowledge_by;

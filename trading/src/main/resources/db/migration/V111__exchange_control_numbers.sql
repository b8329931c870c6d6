-- Room: exchange. The control numbers of what partners send, where they are watched: by the addresses of the envelope, and by what
-- stands before the digits.
create table control_watch (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  format text not null,
  sender text not null,
  recipient text not null,
  prefix text not null,
  test boolean not null,
  first bigint not null,
  highest bigint not null,
  last_at timestamptz not null,
  unique (organisation_id, format, sender, recipient, prefix, test)
);
call protect('control_watch', 'organisation_id');
call operator_writes('control_watch');

-- What has not come; a row goes when it has.
create table control_gap (
  id uuid primary key,
  watch_id uuid not null references control_watch,
  organisation_id uuid not null references organisation,
  first bigint not null,
  last bigint not null check (last >= first),
  noticed_at timestamptz not null,
  shown_by uuid references interchange
);
create index on control_gap (watch_id, first);
call protect('control_gap', 'organisation_id');
call operator_writes('control_gap');

-- The numbers that we give: from first, and after highest from first again. UNB 0020 holds 14 characters, ISA13 nine digits.
alter table control_number
  add column first bigint not null default 1 check (first >= 1),
  add column highest bigint not null default 999999999 check (highest > first);
create policy operator_writes on control_number using ((select app_operator())) with check ((select app_operator()));
create index interchange_held_for_number on interchange (organisation_id) where status = 'HELD' and reason = 'interchange.number-gap';

-- Several documents in one interchange: they gather, then the first of them stands for all.
do $$ begin
  execute format('alter table outbox drop constraint %I', (select conname from pg_constraint
    where conrelid = 'outbox'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%QUEUED%'));
end $$;
alter table outbox
  add constraint outbox_status_check check (status in ('GATHERING', 'GATHERED', 'QUEUED', 'RENDERED', 'SENT', 'DELIVERED', 'ACKNOWLEDGED',
    'REJECTED_BY_PARTNER', 'FAILED', 'PORTAL')),
  add column batch_id uuid references outbox;
create index outbox_gathering on outbox (agreement_id, seq) where status = 'GATHERING';
create index outbox_batch on outbox (batch_id) where batch_id is not null;

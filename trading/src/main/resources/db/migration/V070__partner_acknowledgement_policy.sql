-- Room: partner. What an agreement says about acknowledgements; without a row, as the standards have it.
create table acknowledgement_policy (
  agreement_id uuid primary key references agreement on delete cascade,
  answer text not null check (answer in ('USUAL', 'NEVER', 'ERRORS', 'REQUESTED', 'ALWAYS')),
  interchange text not null check (interchange in ('USUAL', 'NEVER', 'ERRORS', 'REQUESTED', 'ALWAYS')),
  expected text not null check (expected in ('NOTHING', 'SYNTAX', 'APPLICATION')),
  deadline_minutes int check (deadline_minutes between 1 and 44640),
  rejected text not null check (rejected in ('ACCEPTED', 'ATTENTION', 'RECEIVED', 'REJECTED')),
  acknowledged text not null check (acknowledged in ('ACCEPTED', 'ATTENTION', 'RECEIVED', 'REJECTED')),
  received text not null check (received in ('ACCEPTED', 'ATTENTION', 'RECEIVED', 'REJECTED')),
  with_errors text not null check (with_errors in ('ACCEPTED', 'ATTENTION', 'RECEIVED', 'REJECTED'))
);
call protect_child('acknowledgement_policy', 'agreement_id', 'agreement');
call operator_writes('acknowledgement_policy');

-- Room: exchange. Until when the partner has to answer what was sent; null when nothing is owed, or no longer.
alter table outbox add column acknowledge_by timestamptz;
create index outbox_awaited on outbox (acknowledge_by) where acknowledge_by is not null;

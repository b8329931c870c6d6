-- Room: exchange. How much may pass between the hub and a partner at a time, and what holds it up.

-- What is otherwise for one partner; null: as the installation is set.
create table partner_limit (
  organisation_id uuid primary key references organisation,
  interchange_bytes bigint check (interchange_bytes between 1 and 209715200),
  interchange_messages int check (interchange_messages between 1 and 10000),
  depth int check (depth between 1 and 100),
  in_per_minute int check (in_per_minute between 1 and 1000000),
  out_per_minute int check (out_per_minute between 1 and 1000000),
  in_at_once int check (in_at_once between 1 and 1000),
  out_at_once int check (out_at_once between 1 and 1000),
  changed_at timestamptz not null default clock_timestamp()
);
call protect('partner_limit', 'organisation_id');
call operator_writes('partner_limit');

-- Tokens of each partner and direction, in the form of the library that counts them.
create table rate_bucket (
  id text primary key,
  state bytea,
  expires_at bigint
);
comment on table rate_bucket is 'shared: counts without content, written outside of any organisation''s transaction';

-- A channel whose partner failed several times in a row is left alone; one document at a time finds out whether it is back.
create table channel_breaker (
  channel_id uuid primary key references channel,
  organisation_id uuid not null references organisation,
  state text not null check (state in ('CLOSED', 'OPEN', 'STOPPED')),
  failures int not null,          -- in a row
  since timestamptz not null,     -- of this state
  probe_at timestamptz,           -- when OPEN
  reason text,
  check ((state = 'OPEN') = (probe_at is not null))
);
call protect('channel_breaker', 'organisation_id');
call operator_writes('channel_breaker');

-- When a partner, or one of its channels, is not to be sent to.
create table maintenance_window (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  channel_id uuid references channel,       -- null: all of the partner's
  reason text not null check (length(reason) between 1 and 200),
  zone text not null,
  weekday int check (weekday between 1 and 7),   -- weekly, from Monday; the time is the partner's
  begins time,
  minutes int check (minutes between 5 and 10080),
  starts_at timestamptz,                    -- once
  ends_at timestamptz,
  inbound text not null check (inbound in ('ACCEPT', 'REFUSE')),
  changed_at timestamptz not null default clock_timestamp(),
  check ((weekday is null) = (begins is null) and (weekday is null) = (minutes is null)),
  check ((weekday is null) <> (starts_at is null) and (starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at))
);
create index on maintenance_window (organisation_id);
call protect('maintenance_window', 'organisation_id');
call operator_writes('maintenance_window');

-- Each channel of a receiver is a lane of its own: a dead one holds up nothing that goes another way.
alter table outbox add column lane_id uuid not null default '00000000-0000-0000-0000-000000000000';
-- A try began and nobody wrote down how it ended.
alter table outbox add column sending_since timestamptz;
update outbox o set lane_id = (a.terms ->> 'channel')::uuid from agreement_in_force a
 where a.id = o.agreement_id and a.terms ->> 'channel' is not null and o.status in ('QUEUED', 'RENDERED');
drop index outbox_lane;
create index outbox_lane on outbox (from_org_id, to_org_id, lane_id, seq) where status in ('QUEUED', 'RENDERED');
create index outbox_deal on outbox (to_org_id, business_key, seq) where status in ('QUEUED', 'RENDERED');
create index outbox_leased on outbox (to_org_id) where leased_until is not null and status in ('QUEUED', 'RENDERED');

create function agreement_moves_lane() returns trigger language plpgsql as $$
begin
  update outbox set lane_id = coalesce((new.terms ->> 'channel')::uuid, '00000000-0000-0000-0000-000000000000')
   where agreement_id = new.agreement_id and status = 'QUEUED';
  return null;
end $$;
create trigger agreement_moves_lane after insert or update of status, valid_from on agreement_version for each row
  when (new.status = 'ACTIVE' and new.valid_from <= clock_timestamp() and (new.valid_to is null or new.valid_to > clock_timestamp()))
  execute function agreement_moves_lane();
create index outbox_agreed on outbox (agreement_id) where status = 'QUEUED';

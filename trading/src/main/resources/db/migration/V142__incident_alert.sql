-- Room: incident. Who is told when something needs attention, and what was told to whom. A notice goes over a channel that sends: by the mail
-- server of a mail channel, or to the address of a webhook.

create table alert_rule (
  id uuid primary key,
  organisation_id uuid references organisation,    -- null: the operator's, about all
  name text not null,
  watch text not null check (watch in ('INCIDENTS', 'OVERDUE', 'CHANNEL_DOWN', 'CERTIFICATE', 'QUEUE_AGE')),
  cause text,                                      -- of incidents; null: any
  threshold int not null check (threshold between 1 and 1000000),
  window_minutes int not null check (window_minutes between 1 and 44640),
  channel_id uuid not null references channel,
  mail_to text,
  locale text not null check (locale in ('en', 'zh-CN')),
  quiet_from time,
  quiet_to time,
  zone text not null,
  enabled boolean not null default true,
  created_by text not null,
  created_at timestamptz not null,
  version int not null default 1,
  check ((quiet_from is null) = (quiet_to is null))
);
create index alert_rule_organisation on alert_rule (organisation_id);
call protect('alert_rule', 'organisation_id');
call operator_writes('alert_rule');

-- From the moment at which a threshold is reached to when all is well again: one of it is told.
create table alert_episode (
  id uuid primary key,
  rule_id uuid not null references alert_rule on delete cascade,
  organisation_id uuid references organisation,
  opened_at timestamptz not null,
  value int not null,
  peak int not null,
  calm_since timestamptz,
  resolved_at timestamptz
);
create unique index alert_episode_open on alert_episode (rule_id) where resolved_at is null;
call protect('alert_episode', 'organisation_id');
call operator_writes('alert_episode');

create table notice (
  id uuid primary key,
  organisation_id uuid references organisation,
  kind text not null check (kind in ('ALERT', 'RESOLVED', 'REMINDER', 'TEST')),
  channel_id uuid references channel,
  target text not null,
  subject text not null,
  body text not null,
  facts jsonb not null,
  rule_id uuid references alert_rule on delete set null,
  episode_id uuid references alert_episode on delete set null,
  obligation_id uuid references obligation,
  status text not null check (status in ('QUEUED', 'SENT', 'FAILED', 'SKIPPED')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  detail text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index notice_due on notice (next_attempt_at) where status = 'QUEUED';
create index notice_list on notice (organisation_id, id);
create index notice_rule on notice (rule_id, id) where rule_id is not null;
call protect('notice', 'organisation_id');
call operator_writes('notice');
revoke delete, truncate on notice from tradelane_app;

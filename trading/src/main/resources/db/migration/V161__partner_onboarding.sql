-- Room: partner. A company on its way in: invited, filling in, trying in its twin, live.
create table onboarding (
  id uuid primary key,
  inviter_org_id uuid references organisation,   -- null: who runs the hub
  company_id uuid not null unique references organisation,
  twin_id uuid not null unique references organisation,
  counterparty_id uuid not null references organisation,
  email text not null,
  language text not null,
  token_hash bytea unique,                       -- of an invitation that is open
  expires_at timestamptz not null,
  steps text[] not null default '{}',
  documents jsonb not null default '[]',
  invited_by text not null,
  invited_at timestamptz not null,
  accepted_at timestamptz,
  live_at timestamptz,
  live_by text,
  override_reason text
);
create index on onboarding (inviter_org_id);
create index on onboarding (counterparty_id);
call protect('onboarding', 'inviter_org_id', 'company_id', 'twin_id');
call operator_writes('onboarding');
revoke delete, truncate on onboarding from tradelane_app;

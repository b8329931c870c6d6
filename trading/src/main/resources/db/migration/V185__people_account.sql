-- Room: people. What keeps an account safe: a second factor (RFC 6238) with backup codes, and links to choose a new password. Of all of it only
-- the hub reads; the secret is encrypted, codes and tokens are hashes.
create table second_factor (
  user_id uuid primary key references app_user,
  secret_enc text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0    -- a code works once: the step of the last one that did
);

create table backup_code (
  user_id uuid not null references app_user,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table password_reset (
  token_hash bytea primary key,
  user_id uuid not null references app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_user on password_reset (user_id);

do $$
declare
  target text;
begin
  foreach target in array array['second_factor', 'backup_code', 'password_reset'] loop
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format('create policy kept_by_hub on %I using ((select app_hub())) with check ((select app_hub()))', target);
  end loop;
end $$;

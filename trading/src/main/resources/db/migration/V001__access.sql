-- Who may see which rows. Migrations run as the owner; the application connects as tradelane_app, which owns nothing,
-- creates nothing and cannot bypass row-level security. Both roles exist before (DatabaseRoles, or the administrator).

grant usage on schema public to tradelane_app;
revoke create on schema public from public;
alter default privileges in schema public grant select, insert, update, delete on tables to tradelane_app;
alter default privileges in schema public grant usage, select on sequences to tradelane_app;

-- The actor of the transaction, as TenantTransactionManager sets it; null if none is set.
create function app_scope() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.scope', true), '') $$;

-- The organisation whose rows may be seen; only in scope ORGANISATION.
create function app_org() returns uuid language sql stable parallel safe as
$$ select case when current_setting('app.scope', true) = 'ORGANISATION'
               then nullif(current_setting('app.org_id', true), '')::uuid end $$;

create function app_user() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

create function app_hub() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.scope', true), '') = 'HUB' $$;

create function app_operator() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.scope', true), '') = 'OPERATOR' $$;

-- Puts a table behind the wall: a row belongs to the organisations named in the party columns. The hub reads and writes
-- all, the operator reads all, an organisation reads and writes its own.
create procedure protect(target regclass, variadic party text[]) language plpgsql as $$
declare
  mine text := (select string_agg(format('%I = (select app_org())', p), ' or ') from unnest(party) p);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using ((select app_hub()) or %s) with check ((select app_hub()) or %s)', target, mine, mine);
  execute format('create policy operator_reads on %s for select using ((select app_operator()))', target);
end $$;

-- For rows that belong to whoever owns their parent row (the lines of an order). Reading a line looks up its parent.
create procedure protect_child(target regclass, foreign_key text, parent regclass) language plpgsql as $$
declare
  mine text := format('exists (select 1 from %s parent where parent.id = %I)', parent, foreign_key);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using ((select app_hub()) or %s) with check ((select app_hub()) or %s)', target, mine, mine);
  execute format('create policy operator_reads on %s for select using ((select app_operator()))', target);
end $$;

-- Lets the operator write too: rooms partner, exchange and incident.
create procedure operator_writes(target regclass) language plpgsql as $$
begin
  execute format('create policy operator_writes on %s using ((select app_operator())) with check ((select app_operator()))', target);
end $$;

-- Lets functions that run with the owner's rights see the rows; such a function filters by app_org() itself.
create procedure owner_reads(target regclass) language plpgsql as $$
begin
  execute format('create policy owner_reads on %s for select to %I using (true)', target, current_user);
end $$;

-- Rows that are written once: the application adds, and never changes or removes.
create procedure append_only(target regclass) language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from tradelane_app', target);
end $$;

-- Part of a number is searched by trigrams, where the extension is there to be installed; without it, by reading all.
do $$
begin
  if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
  end if;
end $$;

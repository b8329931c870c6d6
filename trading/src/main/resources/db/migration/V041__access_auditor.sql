-- Trade is between the companies. The operator keeps the exchange going: it sees partners, connections, messages and incidents,
-- and the catalogue, but no orders, invoices, payments or books. The auditor reads all of it and writes nothing.

create function app_auditor() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.scope', true), '') = 'AUDITOR' $$;

-- From here on a protected table is closed to the operator, unless it says operator_reads or operator_writes.
create or replace procedure protect(target regclass, variadic party text[]) language plpgsql as $$
declare
  mine text := (select string_agg(format('%I = (select app_org())', p), ' or ') from unnest(party) p);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using ((select app_hub()) or %s) with check ((select app_hub()) or %s)', target, mine, mine);
  execute format('create policy auditor_reads on %s for select using ((select app_auditor()))', target);
end $$;

create or replace procedure protect_child(target regclass, foreign_key text, parent regclass) language plpgsql as $$
declare
  mine text := format('exists (select 1 from %s parent where parent.id = %I)', parent, foreign_key);
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy parties on %s using ((select app_hub()) or %s) with check ((select app_hub()) or %s)', target, mine, mine);
  execute format('create policy auditor_reads on %s for select using ((select app_auditor()))', target);
end $$;

create procedure operator_reads(target regclass) language plpgsql as $$
begin
  execute format('create policy operator_reads on %s for select using ((select app_operator()))', target);
end $$;

-- The tables that are there: what the operator may read without writing stays, all else goes.
do $$
declare
  target text;
begin
  for target in select format('%I.%I', schemaname, tablename) from pg_policies where schemaname = current_schema() and policyname = 'operator_reads' loop
    execute format('create policy auditor_reads on %s for select using ((select app_auditor()))', target);
    execute format('drop policy operator_reads on %s', target);
  end loop;
end $$;
call operator_reads('control_number');
call operator_reads('article');
call operator_reads('buyer_article');
call operator_reads('agreed_price');

-- A payment into an account that is nobody's: no company can see it, so the operator does.
create policy operator_reads_unowned on payment for select using
  ((select app_operator()) and org_id is null and buyer_org_id is null and supplier_org_id is null);
create policy operator_reads_unowned on payment_task for select using ((select app_operator()) and org_id is null);

create policy auditor_reads on app_user for select using ((select app_auditor()));
alter policy verifiers on state_chain using ((select app_hub()) or (select app_operator()) or (select app_auditor()));
alter policy visible on state_transition using
  ((select app_hub()) or (select app_operator()) or (select app_auditor()) or (select app_org()) = any (visible_to));

create or replace function find_messages(
  term text, part boolean, before uuid, size int,
  wanted_direction text, wanted_type text, wanted_status text, wanted_org uuid, since timestamptz, until timestamptz)
returns table (id uuid, at timestamptz) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'with hit as materialized (select m.id, m.created_at, m.direction, m.type, m.status, m.organisation_id, m.counterparty_id, m.interchange_id from message m where '
    || case when part then 'm.search_text like $1' else 'm.business_keys @> array[$1]' end || ')
     select h.id, h.created_at from hit h
      where (app_hub() or app_operator() or app_auditor() or h.organisation_id = app_org() or h.counterparty_id = app_org())
        and ($2 is null or h.id < $2)
        and ($4 is null or h.direction = $4)
        and ($5 is null or h.type = $5)
        and ($6 is null or h.status = $6 or (h.direction = ''OUTBOUND'' and exists (select 1 from interchange i where i.id = h.interchange_id and i.status = $6)))
        and ($7 is null or h.organisation_id = $7 or h.counterparty_id = $7)
        and ($8 is null or h.created_at >= $8)
        and ($9 is null or h.created_at < $9)
      order by h.id desc limit $3'
  using case when part then '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%' else term end,
    before, size, wanted_direction, wanted_type, wanted_status, wanted_org, since, until;
end $$;

-- What the planner knows of the tables, learnt now: after much was written at once, without waiting for the next round of autovacuum.
create procedure learn_statistics() language plpgsql security definer set search_path = public, pg_temp as $$
declare
  target text;
begin
  for target in select c.oid::regclass::text from pg_class c
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relowner = current_user::regrole loop
    execute 'analyze ' || target;
  end loop;
end $$;
revoke execute on procedure learn_statistics from public;
grant execute on procedure learn_statistics to tradelane_app;

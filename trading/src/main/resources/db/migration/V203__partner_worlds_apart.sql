-- Room: partner. A trigger that puts its statement together anew plans it anew for each insert, which cost as much as the insert itself. With a
-- function for each pair of columns the plan is kept.
create procedure worlds_apart_by(one text, other text) language plpgsql as $$
begin
  execute format($function$
    create function keep_apart_%1$s_%2$s() returns trigger language plpgsql as $body$
    begin
      if exists (select from added a join organisation x on x.id = a.%1$I join organisation y on y.id = a.%2$I
                  where (x.twin_of is null) <> (y.twin_of is null) and x.kind <> 'OPERATOR' and y.kind <> 'OPERATOR') then
        raise exception 'what is only tried and what is real must not meet in %%', tg_table_name using errcode = 'check_violation';
      end if;
      return null;
    end $body$ $function$, one, other);
end $$;
call worlds_apart_by('sender_org_id', 'receiver_org_id');
call worlds_apart_by('organisation_id', 'counterparty_id');
call worlds_apart_by('from_org_id', 'to_org_id');
call worlds_apart_by('buyer_org_id', 'supplier_org_id');
call worlds_apart_by('shipper_org_id', 'carrier_org_id');
call worlds_apart_by('org_id', 'bank_org_id');
call worlds_apart_by('org_id', 'counterparty_org_id');
drop procedure worlds_apart_by;

create or replace procedure worlds_apart(target regclass, one text, other text) language plpgsql as $$
begin
  execute format('create trigger worlds_apart after insert on %s referencing new table as added for each statement execute function %I()',
    target, 'keep_apart_' || one || '_' || other);
end $$;

do $$
declare
  t record;
begin
  for t in select tgrelid::regclass as target, string_to_array(encode(tgargs, 'escape'), '\000') as args from pg_trigger
            where tgname = 'worlds_apart' and tgfoid = 'keep_worlds_apart'::regproc loop
    execute format('drop trigger worlds_apart on %s', t.target);
    call worlds_apart(t.target, t.args[1], t.args[2]);
  end loop;
end $$;
drop function keep_worlds_apart;

-- Room: partner. The sandbox: a company's twin, an organisation of its own for what is only tried. Rows of trade name companies or twins, never both.
alter table organisation add column twin_of uuid unique references organisation check (twin_of <> id);

-- The operator of the hub answers in both worlds.
create function keep_worlds_apart() returns trigger language plpgsql as $$
declare
  mixed boolean;
begin
  execute format('select exists (select 1 from added a join organisation x on x.id = a.%I join organisation y on y.id = a.%I
                   where (x.twin_of is null) <> (y.twin_of is null) and x.kind <> ''OPERATOR'' and y.kind <> ''OPERATOR'')', tg_argv[0], tg_argv[1]) into mixed;
  if mixed then
    raise exception 'what is only tried and what is real must not meet in %', tg_table_name using errcode = 'check_violation';
  end if;
  return null;
end $$;

create procedure worlds_apart(target regclass, one text, other text) language plpgsql as $$
begin
  execute format('create trigger worlds_apart after insert on %s referencing new table as added for each statement execute function keep_worlds_apart(%L, %L)',
    target, one, other);
end $$;

call worlds_apart('agreement', 'sender_org_id', 'receiver_org_id');
call worlds_apart('message', 'organisation_id', 'counterparty_id');
call worlds_apart('outbox', 'from_org_id', 'to_org_id');
call worlds_apart('purchase_order', 'buyer_org_id', 'supplier_org_id');
call worlds_apart('shipment', 'buyer_org_id', 'supplier_org_id');
call worlds_apart('invoice', 'buyer_org_id', 'supplier_org_id');
call worlds_apart('quote', 'buyer_org_id', 'supplier_org_id');
call worlds_apart('delivery_schedule', 'buyer_org_id', 'supplier_org_id');
call worlds_apart('transport_order', 'shipper_org_id', 'carrier_org_id');
call worlds_apart('payment_instruction', 'org_id', 'bank_org_id');
call worlds_apart('open_item', 'org_id', 'counterparty_org_id');
call worlds_apart('stock_level', 'organisation_id', 'counterparty_id');
call worlds_apart('sales_figure', 'organisation_id', 'counterparty_id');

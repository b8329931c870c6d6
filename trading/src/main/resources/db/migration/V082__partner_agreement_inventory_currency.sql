-- Room: partner. An agreement that ends is kept: what went out names it. Another one of the same kind may follow it.
alter table agreement add column ended_at timestamptz;
do $$ begin
  execute format('alter table agreement drop constraint %I',
    (select conname from pg_constraint where conrelid = 'agreement'::regclass and contype = 'u'));
end $$;
create unique index agreement_standing on agreement (sender_org_id, receiver_org_id, document_type) where ended_at is null;

-- Room: inventory. Sales in another currency are another figure.
do $$ begin
  execute format('alter table sales_figure drop constraint %I',
    (select conname from pg_constraint where conrelid = 'sales_figure'::regclass and contype = 'u'));
end $$;
alter table sales_figure add constraint sales_figure_once
  unique nulls not distinct (organisation_id, counterparty_id, location, item, period_start, period_end, unit, currency);

-- Room: schedule. How far a supplier is with making what an order line asks for: planned and actual days of its steps, and why they moved.
create table production_milestone (
    po_line_id      uuid not null references po_line (id),
    step            text not null check (step in ('MATERIAL_READY', 'STARTED', 'QUALITY_CHECK', 'FINISHED')),
    order_id        uuid not null references purchase_order (id),
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    planned         date,
    actual          date,
    reason          text,
    changed_at      timestamptz not null,
    changed_by      text not null,
    primary key (po_line_id, step)
);
create index production_milestone_order on production_milestone (order_id);
call protect('production_milestone', 'buyer_org_id', 'supplier_org_id');
-- The buyer reads it; only the supplier says it.
alter policy parties on production_milestone using ((select app_hub()) or supplier_org_id = (select app_org()))
    with check ((select app_hub()) or supplier_org_id = (select app_org()));
create policy buyer_reads on production_milestone for select using (buyer_org_id = (select app_org()));

-- Room: catalogue. For how many hours what a supplier says of its stock may be relied on; without a row, seventy-two.
create table stock_promise (
    supplier_org_id uuid primary key references organisation (id),
    hours           int not null check (hours between 1 and 8760),
    changed_by      text not null,
    changed_at      timestamptz not null
);
call protect('stock_promise', 'supplier_org_id');
create policy directory on stock_promise for select using ((select app_scope()) is not null);

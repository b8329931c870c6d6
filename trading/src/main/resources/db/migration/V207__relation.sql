-- Room: relation. How a buyer stands to a supplier, for its own eyes: approved, or blocked. And who does not want to be recommended to others.
create table supplier_relation (
    id              uuid primary key,
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    standing        text not null check (standing in ('NONE', 'APPROVED', 'BLOCKED')),
    reason          text,
    decided_by      text not null,
    decided_at      timestamptz not null,
    version         int not null default 1,
    unique (buyer_org_id, supplier_org_id),
    check (buyer_org_id <> supplier_org_id)
);
call protect('supplier_relation', 'buyer_org_id');
call worlds_apart('supplier_relation', 'buyer_org_id', 'supplier_org_id');
revoke delete, truncate on supplier_relation from tradelane_app;

-- A company that is in here is not recommended to others. Everybody may know, as everybody has to leave it out.
create table recommendation_refusal (
    organisation_id uuid primary key references organisation (id),
    refused_by      text not null,
    refused_at      timestamptz not null
);
alter table recommendation_refusal enable row level security;
alter table recommendation_refusal force row level security;
create policy directory on recommendation_refusal for select using ((select app_scope()) is not null);
create policy own on recommendation_refusal using ((select app_hub()) or organisation_id = (select app_org()))
    with check ((select app_hub()) or organisation_id = (select app_org()));

-- A requirement names an article by its number alone.
create index article_number on article (number);

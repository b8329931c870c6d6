-- Room: catalogue. What suppliers sell, the numbers buyers know it by, and agreed prices.
create extension if not exists btree_gist;

create table article (
    id              uuid primary key,
    supplier_org_id uuid not null references organisation (id),
    number          text not null check (number <> ''),
    gtin            text,
    name_zh         text,
    name_en         text,
    unit            text not null,
    pack_quantity   numeric(18, 6) check (pack_quantity > 0),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (supplier_org_id, number)
);
create unique index article_gtin on article (supplier_org_id, gtin) where gtin is not null;

create table buyer_article (
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    number          text not null check (number <> ''),
    article_id      uuid not null references article (id),
    primary key (buyer_org_id, supplier_org_id, number)
);
create index buyer_article_article on buyer_article (article_id, buyer_org_id);

create table agreed_price (
    id              uuid primary key,
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    article_id      uuid not null references article (id),
    amount          numeric(18, 6) not null check (amount >= 0),
    currency        char(3) not null,
    basis           numeric(18, 6) not null check (basis > 0),
    unit            text not null,
    validity        daterange not null check (not isempty(validity)),
    created_at      timestamptz not null default now(),
    -- Two prices for one day would make an invoice right and wrong at once.
    exclude using gist (buyer_org_id with =, article_id with =, currency with =, validity with &&)
);
create index agreed_price_article on agreed_price (article_id, buyer_org_id);

call protect('article', 'supplier_org_id');
call protect('buyer_article', 'buyer_org_id', 'supplier_org_id');
call protect('agreed_price', 'buyer_org_id', 'supplier_org_id');

-- A supplier's article is seen by the buyers it deals with.
create policy buyer_reads on article for select using (
    exists (select 1 from buyer_article b where b.article_id = article.id and b.buyer_org_id = (select app_org()))
    or exists (select 1 from agreed_price p where p.article_id = article.id and p.buyer_org_id = (select app_org())));

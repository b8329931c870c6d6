-- Room: catalogue. Articles as suppliers show them: categories with typed attributes, prices by quantity, variants, and how an article gets into the shop.
create table category (
    id         uuid primary key,
    parent_id  uuid references category,
    code       text not null unique check (code <> ''),
    name_zh    text not null,
    name_en    text not null,
    ancestors  uuid[] not null,          -- from the root to itself
    created_at timestamptz not null default now()
);
create index category_parent on category (parent_id);

-- An attribute counts for its category and all below it.
create table category_attribute (
    id          uuid primary key,
    category_id uuid not null references category,
    code        text not null check (code <> ''),
    name_zh     text not null,
    name_en     text not null,
    kind        text not null check (kind in ('TEXT', 'NUMBER', 'CHOICE', 'YES_NO')),
    unit        text,                    -- of a NUMBER, UN/ECE Recommendation 20
    least       numeric,
    most        numeric,
    choices     jsonb not null default '[]',   -- of a CHOICE: [{"code": …, "zh": …, "en": …}]
    mandatory   boolean not null default false,
    facet       boolean not null default true,
    position    int not null default 0,
    unique (category_id, code)
);

-- The tree is everybody's who is signed in; the operator keeps it.
do $$
declare
  target text;
begin
  foreach target in array array['category', 'category_attribute'] loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy directory on %s for select using ((select app_scope()) is not null)', target);
    execute format('create policy kept_by_hub on %s using ((select app_hub())) with check ((select app_hub()))', target);
    execute format('call operator_writes(%L)', target);
  end loop;
end $$;

alter table article
    add column version        int not null default 1,
    add column category_id    uuid references category,
    add column brand          text,
    add column model          text,
    add column spec           text,
    add column description_zh text,
    add column description_en text,
    add column attributes     jsonb not null default '{}',   -- code: value, numbers in the attribute's unit
    add column min_quantity   numeric(18, 6) check (min_quantity > 0),
    add column step_quantity  numeric(18, 6) check (step_quantity > 0),
    add column lead_days      int check (lead_days between 0 and 3650),
    add column variant_of     uuid references article,
    add column listing        text not null default 'DRAFT'
        check (listing in ('DRAFT', 'IN_REVIEW', 'DENIED', 'APPROVED', 'LISTED', 'SUSPENDED', 'DISCONTINUED')),
    add column listed         tstzrange,                     -- when a LISTED article is shown; a beginning ahead is a schedule
    add column revision       jsonb,                         -- what of a listed article is to change, once the operator agrees
    add column denial         jsonb,                         -- reasons by field
    add column reviewed_at    timestamptz,
    add column stock          numeric(18, 6) check (stock >= 0),
    add column stock_as_of    timestamptz,
    add column alert_below    numeric(18, 6) check (alert_below >= 0),
    add column alert_until    numeric(18, 6),                -- an alert ends when there is as much again
    add column alerted_at     timestamptz,
    add check (listing <> 'LISTED' or listed is not null),
    add check (alert_until >= alert_below);
create index article_category on article (category_id);
create index article_variant on article (variant_of) where variant_of is not null;
create index article_to_review on article (updated_at) where listing = 'IN_REVIEW' or revision is not null;
create index article_own on article (supplier_org_id, id desc);

-- A listed article is shown to every company that is signed in.
create policy shown on article for select using
  (listing = 'LISTED' and listed @> now() and (select app_org()) is not null);
call operator_writes('article');

-- What a supplier asks of everybody; what it agreed with a buyer comes first.
create table list_price (
    id              uuid primary key,
    supplier_org_id uuid not null references organisation (id),
    article_id      uuid not null references article (id),
    from_quantity   numeric(18, 6) not null default 0 check (from_quantity >= 0),
    amount          numeric(18, 6) not null check (amount >= 0),
    currency        char(3) not null,
    basis           numeric(18, 6) not null check (basis > 0),
    unit            text not null,
    validity        daterange not null check (not isempty(validity)),
    created_at      timestamptz not null default now(),
    exclude using gist (article_id with =, currency with =, from_quantity with =, validity with &&)
);
call protect('list_price', 'supplier_org_id');
call operator_reads('list_price');
create policy shown on list_price for select using
  (exists (select from article a where a.id = article_id and a.listing = 'LISTED' and a.listed @> now()) and (select app_org()) is not null);

-- 0 is the price that counts from the first piece on.
alter table agreed_price add column from_quantity numeric(18, 6) not null default 0 check (from_quantity >= 0);
do $$
declare
  old text := (select conname from pg_constraint where conrelid = 'agreed_price'::regclass and contype = 'x');
begin
  execute format('alter table agreed_price drop constraint %I', old);
end $$;
alter table agreed_price add constraint agreed_price_once
    exclude using gist (buyer_org_id with =, article_id with =, currency with =, from_quantity with =, validity with &&);

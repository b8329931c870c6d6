-- Room: inventory. What partners report of their stock and their sales. A report replaces the one before; nothing is added up.
create table stock_level (
    id               uuid primary key,
    organisation_id  uuid not null references organisation (id),
    counterparty_id  uuid references organisation (id),
    location         text not null,
    item             text not null,
    gtin             text,
    buyer_article    text,
    supplier_article text,
    description      text,
    kind             text not null,
    quantity         numeric(18, 6) not null,
    unit             text not null,
    as_of            timestamptz not null,
    report           text not null,
    message_id       uuid,
    unique nulls not distinct (organisation_id, counterparty_id, location, item, kind, unit)
);

create table sales_figure (
    id               uuid primary key,
    organisation_id  uuid not null references organisation (id),
    counterparty_id  uuid references organisation (id),
    location         text not null,
    item             text not null,
    gtin             text,
    buyer_article    text,
    supplier_article text,
    description      text,
    period_start     date not null,
    period_end       date not null,
    sold             numeric(18, 6) not null,
    returned         numeric(18, 6),
    stock            numeric(18, 6),
    unit             text not null,
    revenue          numeric(18, 4),
    currency         char(3),
    reported_on      date not null,
    report           text not null,
    message_id       uuid,
    unique nulls not distinct (organisation_id, counterparty_id, location, item, period_start, period_end, unit)
);

call protect('stock_level', 'organisation_id', 'counterparty_id');
call protect('sales_figure', 'organisation_id', 'counterparty_id');

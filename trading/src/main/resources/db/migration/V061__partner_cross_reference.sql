-- Room: partner. What a partner calls an article, a unit, a currency, a place or a tax, and what we call it.
create table cross_reference (
    id              uuid primary key,
    organisation_id uuid not null references organisation (id),
    kind            text not null check (kind in ('GTIN', 'BUYER_ARTICLE', 'SUPPLIER_ARTICLE', 'UNIT', 'CURRENCY', 'LOCATION', 'TAX_CATEGORY')),
    theirs          text not null check (theirs <> ''),
    ours            text not null check (ours <> ''),
    validity        daterange not null check (not isempty(validity)),
    created_at      timestamptz not null default now(),
    -- A code of theirs means one thing on one day; of ours they may have several.
    exclude using gist (organisation_id with =, kind with =, theirs with =, validity with &&)
);
create index cross_reference_ours on cross_reference (organisation_id, kind, ours);

call protect('cross_reference', 'organisation_id');
call operator_reads('cross_reference');
call operator_writes('cross_reference');

-- Room: catalogue. Prices that a supplier's shop promised to a buyer, until a day, under a number that the order gives back.
create table held_price (
    supplier_org_id uuid not null references organisation (id),
    auxiliary_id    text not null check (auxiliary_id <> ''),
    buyer_org_id    uuid not null references organisation (id),
    article_id      uuid not null references article (id),
    amount          numeric(18, 6) not null check (amount >= 0),
    currency        char(3) not null,
    basis           numeric(18, 6) not null,
    unit            text not null,
    valid_until     date not null,
    created_at      timestamptz not null,
    primary key (supplier_org_id, auxiliary_id)
);

-- Room: sourcing. A person of a buyer in a supplier's shop, sent there by the buyer's system. Of the two secrets only hashes are kept.
create table punch_out_session (
    id              uuid primary key,
    buyer_org_id    uuid not null references organisation (id),
    supplier_org_id uuid not null references organisation (id),
    number          text not null,
    operation       text not null,
    buyer_cookie    text not null,
    return_address  text not null,
    user_email      text,
    currency        char(3) not null,
    link_hash       bytea not null unique,
    session_hash    bytea unique,
    created_at      timestamptz not null,
    link_until      timestamptz not null,
    expires_at      timestamptz not null,
    entered_at      timestamptz,
    transferred_at  timestamptz,
    check (buyer_org_id <> supplier_org_id)
);
create index punch_out_session_buyer on punch_out_session (buyer_org_id, created_at);

create table punch_out_line (
    session_id      uuid not null references punch_out_session (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    article_id      uuid not null references article (id),
    quantity        numeric(18, 6) not null check (quantity > 0),
    -- Of a cart that comes back: the price held before still counts.
    auxiliary_id    text,
    added_at        timestamptz not null,
    primary key (session_id, article_id)
);

call protect('held_price', 'buyer_org_id', 'supplier_org_id');
call append_only('held_price');
call protect('punch_out_session', 'buyer_org_id', 'supplier_org_id');
call protect('punch_out_line', 'buyer_org_id', 'supplier_org_id');

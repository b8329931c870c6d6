-- Room: requirement. What a buyer's people need: written down, approved by somebody else, and asked for in requests for quotation. Its buyer's alone:
-- a supplier sees the request that was made of it, and not the budget behind it.
create sequence requirement_number;

create table requirement (
    id              uuid primary key,
    buyer_org_id    uuid not null references organisation (id),
    number          text not null check (number <> ''),
    title           text,
    state           text not null check (state in ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'SOURCING', 'ORDERED', 'CLOSED', 'CANCELLED')),
    currency        char(3) not null,
    need_by         date,
    ship_to         text,
    note            text,
    reason          text,                    -- why it was rejected or cancelled
    author_id       uuid,                    -- absent for a machine
    author          text not null,
    writers         text[] not null default '{}',  -- whoever had a hand in it does not approve it
    content_hash    bytea not null,
    source          text not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         int not null default 1,
    unique (buyer_org_id, number)
);
create index requirement_recent on requirement (buyer_org_id, id desc);
create index requirement_to_approve on requirement (buyer_org_id) where state = 'PENDING_APPROVAL';

create table requirement_line (
    id              uuid primary key,
    requirement_id  uuid not null references requirement (id),
    position        int not null,
    line_number     text not null,
    article         text,                    -- a number as somebody wrote it
    article_id      uuid references article (id),
    description     text,
    unit            text not null,
    quantity        numeric(18, 6) not null check (quantity > 0),
    need_by         date,
    ship_to         text,
    budget          numeric(18, 4) check (budget >= 0),   -- for all of the line, in the requirement's currency
    unique (requirement_id, line_number)
);

-- Which line of which request asks for a line.
create table requirement_sourcing (
    line_id         uuid not null references requirement_line (id),
    rfq_line_id     uuid not null references rfq_line (id),
    requirement_id  uuid not null references requirement (id),
    rfq_id          uuid not null references rfq (id),
    at              timestamptz not null,
    primary key (line_id, rfq_line_id)
);
create index requirement_sourcing_requirement on requirement_sourcing (requirement_id);
create index requirement_sourcing_rfq on requirement_sourcing (rfq_id);

call protect('requirement', 'buyer_org_id');
call protect_child('requirement_line', 'requirement_id', 'requirement');
call protect_child('requirement_sourcing', 'requirement_id', 'requirement');
call append_only('requirement_sourcing');
revoke delete, truncate on requirement from tradelane_app;

-- Room: approval. Who of a buying company has to agree before money is committed: rules, limits of persons, delegates, budgets, and what
-- waits. All of it is the buyer's alone.
create table approval_rule (
    id                uuid primary key,
    buyer_org_id      uuid not null references organisation (id),
    name              text not null check (name <> ''),
    step              int not null check (step between 1 and 9),
    min_amount        numeric(18, 4) not null default 0 check (min_amount >= 0),
    currency          char(3) not null,
    category_id       uuid references category (id),   -- what is in it or below it
    cost_centre       text,
    over_budget       boolean not null default false,  -- only when the budget of the cost centre does not suffice
    approver_id       uuid references app_user (id),   -- null: whoever approves and may up to the amount
    escalation_hours  int check (escalation_hours between 1 and 720),
    created_at        timestamptz not null,
    version           int not null default 1
);
create index approval_rule_buyer on approval_rule (buyer_org_id, step);

-- Up to what a person buys without being asked, and up to what she approves. Without a person: of everybody who has no row.
create table approval_limit (
    id            uuid primary key,
    buyer_org_id  uuid not null references organisation (id),
    user_id       uuid references app_user (id),
    currency      char(3) not null,
    buy_up_to     numeric(18, 4) check (buy_up_to >= 0),       -- null: any amount
    approve_up_to numeric(18, 4) check (approve_up_to >= 0),   -- null: any amount
    unique nulls not distinct (buyer_org_id, user_id)
);

create table approval_delegation (
    id           uuid primary key,
    buyer_org_id uuid not null references organisation (id),
    from_user_id uuid not null references app_user (id),
    to_user_id   uuid not null references app_user (id),
    first_day    date not null,
    last_day     date not null,
    created_at   timestamptz not null,
    check (from_user_id <> to_user_id),
    check (last_day >= first_day)
);
create index approval_delegation_to on approval_delegation (buyer_org_id, to_user_id);

create table budget (
    id           uuid primary key,
    buyer_org_id uuid not null references organisation (id),
    cost_centre  text not null check (cost_centre <> ''),
    first_day    date not null,
    last_day     date not null,
    amount       numeric(18, 4) not null check (amount >= 0),
    currency     char(3) not null,
    version      int not null default 1,
    check (last_day >= first_day),
    exclude using gist (buyer_org_id with =, cost_centre with =, currency with =, daterange(first_day, last_day, '[]') with &&)
);

create table approval_request (
    id            uuid primary key,
    buyer_org_id  uuid not null references organisation (id),
    kind          text not null check (kind in ('CART', 'ORDER_CHANGE')),
    subject_id    uuid not null,
    number        text not null,
    supplier_id   uuid not null references organisation (id),
    amount        numeric(18, 4) not null,
    currency      char(3) not null,
    cost_centre   text,
    requested_by  uuid,                                -- null: a machine
    requested_name text not null,
    state         text not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'RECALLED')),
    created_at    timestamptz not null,
    decided_at    timestamptz,
    version       int not null default 1
);
create unique index approval_request_waiting on approval_request (kind, subject_id) where state = 'WAITING';
create index approval_request_recent on approval_request (buyer_org_id, id desc);

create table approval_step (
    id               uuid primary key,
    request_id       uuid not null references approval_request (id),
    buyer_org_id     uuid not null,
    position         int not null,
    reason           text not null,                    -- name of the rule; empty: the buyer's own limit
    approver_id      uuid,
    escalation_hours int,
    state            text not null check (state in ('LATER', 'OPEN', 'APPROVED', 'REJECTED', 'OBSOLETE')),
    opened_at        timestamptz,
    escalate_at      timestamptz,
    escalated_at     timestamptz,
    decided_by       uuid,
    decided_name     text,
    decided_for      text,                             -- whose delegate she was
    comment          text,
    decided_at       timestamptz,
    unique (request_id, position)
);
create index approval_step_open on approval_step (buyer_org_id) where state = 'OPEN';
create index approval_step_due on approval_step (escalate_at) where state = 'OPEN' and escalated_at is null;

call protect('approval_rule', 'buyer_org_id');
call protect('approval_limit', 'buyer_org_id');
call protect('approval_delegation', 'buyer_org_id');
call protect('budget', 'buyer_org_id');
call protect('approval_request', 'buyer_org_id');
call protect('approval_step', 'buyer_org_id');
revoke delete, truncate on approval_request from tradelane_app;
revoke delete, truncate on approval_step from tradelane_app;

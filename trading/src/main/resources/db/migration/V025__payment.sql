-- Room: payment. Bank accounts, entries a bank told of, and tasks for those that fit nothing.
create table bank_account (
    id         uuid primary key,
    org_id     uuid not null references organisation (id),
    number     text not null unique check (number = upper(replace(number, ' ', '')) and number <> ''),
    holder     text not null,
    currency   char(3) not null,
    created_at timestamptz not null default now()
);

create table payment (
    id                 uuid primary key,
    -- whose account the entry is on; null when nobody here owns it
    org_id             uuid references organisation (id),
    buyer_org_id       uuid references organisation (id),
    supplier_org_id    uuid references organisation (id),
    account            text not null,
    bank_reference     text not null,
    direction          text not null check (direction in ('CREDIT', 'DEBIT')),
    amount             numeric(18, 4) not null check (amount > 0),
    currency           char(3) not null,
    booked_on          date,
    value_on           date,
    end_to_end_id      text,
    creditor_reference text,
    remittance         text,
    debtor_name        text,
    debtor_account     text,
    creditor_name      text,
    creditor_account   text,
    reversal           boolean not null default false,
    state              text not null check (state in ('SETTLED', 'TASK', 'OTHER_SIDE', 'REVERSAL', 'REVERSED')),
    other_side_of      uuid references payment (id),
    reverses           uuid references payment (id),
    content_hash       bytea not null,
    interchange_id     uuid,
    message_id         uuid,
    notification       text not null,
    created_at         timestamptz not null,
    unique (account, bank_reference)
);
create index payment_end_to_end on payment (end_to_end_id) where end_to_end_id is not null;
create index payment_creditor_reference on payment (creditor_reference) where creditor_reference is not null;

create table payment_alloc (
    id              uuid primary key,
    payment_id      uuid not null references payment (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    invoice_id      uuid not null references invoice (id),
    amount          numeric(18, 4) not null check (amount > 0),
    reversed        boolean not null default false,
    at              timestamptz not null
);
create index payment_alloc_payment on payment_alloc (payment_id);
create index payment_alloc_invoice on payment_alloc (invoice_id);

create table payment_task (
    id            uuid primary key,
    payment_id    uuid not null references payment (id),
    org_id        uuid references organisation (id),
    reason        text not null,
    status        text not null default 'OPEN' check (status in ('OPEN', 'ALLOCATED', 'DISMISSED')),
    amount        numeric(18, 4) not null check (amount >= 0),
    currency      char(3) not null,
    created_at    timestamptz not null,
    closed_at     timestamptz,
    closed_by     text,
    closed_reason text,
    version       int not null default 1
);
create index payment_task_open on payment_task (org_id) where status = 'OPEN';

alter table bank_account enable row level security;
alter table bank_account force row level security;
create policy bank_account_owner on bank_account using (app_scope() = 'HUB' or org_id = app_org());
create policy bank_account_operator on bank_account for select using (app_scope() = 'OPERATOR');
alter table payment_task enable row level security;
alter table payment_task force row level security;
create policy payment_task_owner on payment_task using (app_scope() = 'HUB' or org_id = app_org());
create policy payment_task_operator on payment_task for select using (app_scope() = 'OPERATOR');
alter table payment_alloc enable row level security;
alter table payment_alloc force row level security;
create policy payment_alloc_parties on payment_alloc
    using (app_scope() = 'HUB' or app_org() in (buyer_org_id, supplier_org_id));
create policy payment_alloc_operator on payment_alloc for select using (app_scope() = 'OPERATOR');
alter table payment enable row level security;
alter table payment force row level security;
create policy payment_parties on payment
    using (app_scope() = 'HUB' or app_org() in (org_id, buyer_org_id, supplier_org_id));
create policy payment_operator on payment for select using (app_scope() = 'OPERATOR');

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
    -- whether both parties' books have the whole payment, or only those of the account's owner
    both_booked        boolean not null default false,
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

call protect('bank_account', 'org_id');
call protect('payment_task', 'org_id');
call protect('payment_alloc', 'buyer_org_id', 'supplier_org_id');
call protect('payment', 'org_id', 'buyer_org_id', 'supplier_org_id');

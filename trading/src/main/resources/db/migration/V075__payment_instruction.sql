-- Room: payment. What companies tell their banks to pay, and what the banks make of it. Money moves by the bank's entries only.
create table payment_instruction (
    id             uuid primary key,
    org_id         uuid not null references organisation (id),
    bank_org_id    uuid references organisation (id),
    number         text not null check (number <> ''),
    kind           text not null,
    ordered_at     timestamptz not null,
    content_hash   bytea not null,
    interchange_id uuid,
    message_id     uuid,
    created_at     timestamptz not null,
    unique (org_id, number)
);
create index payment_instruction_number on payment_instruction (number);

create table payment_instruction_item (
    id                 uuid primary key,
    instruction_id     uuid not null references payment_instruction (id),
    org_id             uuid not null,
    bank_org_id        uuid,
    position           int not null,
    batch              text not null,
    account            text not null,
    execution_on       date not null,
    end_to_end_id      text not null,
    amount             numeric(18, 4) not null,
    currency           char(3) not null,
    name               text not null,
    other_account      text not null,
    creditor_reference text,
    remittance         text,
    status             text not null default 'SUBMITTED',
    reason             text,
    status_at          timestamptz,
    unique (instruction_id, position)
);
create index payment_instruction_item_end_to_end on payment_instruction_item (end_to_end_id);

-- Each report of a bank, once.
create table payment_status_report (
    id             uuid primary key,
    instruction_id uuid not null references payment_instruction (id),
    org_id         uuid not null,
    bank_org_id    uuid,
    number         text not null,
    content_hash   bytea not null,
    interchange_id uuid,
    message_id     uuid,
    at             timestamptz not null,
    unique (instruction_id, number)
);

call protect('payment_instruction', 'org_id', 'bank_org_id');
call protect('payment_instruction_item', 'org_id', 'bank_org_id');
call protect('payment_status_report', 'org_id', 'bank_org_id');

-- Room: invoice. What the buyer's system answers to an invoice. It stands beside the match and moves no money.
alter table invoice add column buyer_answer text;

create table invoice_response (
    id              uuid primary key,
    invoice_id      uuid not null references invoice (id),
    buyer_org_id    uuid not null,
    supplier_org_id uuid not null,
    number          text not null,
    issued_on       date not null,
    status          text not null,
    effective_on    date,
    note            text,
    clarifications  jsonb not null default '[]',
    content_hash    bytea not null,
    source          text not null,
    interchange_id  uuid,
    message_id      uuid,
    at              timestamptz not null,
    unique (invoice_id, number)
);

call protect('invoice_response', 'buyer_org_id', 'supplier_org_id');

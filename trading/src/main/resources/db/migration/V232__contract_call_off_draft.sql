-- Room: cart. What is ordered from a contract and waits for approval, one for each contract, the buyer's alone.
alter table approval_request drop constraint approval_request_kind_check;
alter table approval_request add constraint approval_request_kind_check check (kind in ('CART', 'ORDER_CHANGE', 'BUYER_CHANGE', 'CALL_OFF'));

create table contract_call_off_draft (
    contract_id   uuid not null references contract (id),
    line_number   text not null,
    buyer_org_id  uuid not null references organisation (id),
    quantity      numeric(18, 6) not null check (quantity > 0),
    delivery      date,
    owner_name    text not null,
    created_at    timestamptz not null,
    primary key (contract_id, line_number)
);
call protect('contract_call_off_draft', 'buyer_org_id');

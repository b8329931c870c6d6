-- Room: order, cart. A person of the buyer changes or cancels an order: why, from a list; and what waits for approval because it makes the order dearer.
alter table po_change
    add column cancel_reason text check (cancel_reason in ('NO_LONGER_NEEDED', 'ORDERED_TWICE', 'WRONG_ARTICLE', 'PRICE', 'TOO_LATE', 'BUDGET', 'OTHER'));

alter table approval_request drop constraint approval_request_kind_check;
alter table approval_request add constraint approval_request_kind_check check (kind in ('CART', 'ORDER_CHANGE', 'BUYER_CHANGE'));

-- One for each order, the buyer's alone: the supplier hears of it when it is approved.
create table po_change_draft (
    order_id      uuid primary key references purchase_order (id),
    buyer_org_id  uuid not null references organisation (id),
    document      jsonb not null,
    cancel_reason text,
    owner_name    text not null,
    created_at    timestamptz not null
);
call protect('po_change_draft', 'buyer_org_id');

-- What an order has committed is not counted beside what it would cost once it is changed.
create or replace view cost_centre_commitment with (security_invoker = true) as
select c.buyer_org_id, c.cost_centre, c.currency, c.id as cart_id, coalesce(o.issued_on, cast(c.submitted_at as date)) as day,
       coalesce(o.net_total, c.total) as amount, c.state = 'WAITING' as waiting, c.order_id
  from cart c left join purchase_order o on o.id = c.order_id
 where c.cost_centre is not null and c.state in ('WAITING', 'ORDERED') and coalesce(o.agreement not in ('CANCELLED', 'REJECTED_BY_SUPPLIER'), true);

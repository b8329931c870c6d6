-- Room: order. What a buyer changes of an order after placing it. The lines as they stood and as they shall stand are kept with the
-- change, for who has to answer it and for who asks later; what the buyer sent is applied when the supplier has agreed.
alter table purchase_order add column order_version int not null default 1;

alter table po_change
    add column number         text,
    add column sequence       int,
    -- Number and sequence; where a change has neither, its content: all that tells one change of an order from the next.
    add column change_key     text,
    add column cancels        boolean not null default false,
    add column content_hash   bytea,
    add column document       jsonb,
    add column lines          jsonb not null default '[]',
    add column source         text,
    add column interchange_id uuid,
    add column message_id     uuid,
    add constraint po_change_of_buyer check (proposer = 'SUPPLIER' or change_key is not null and document is not null);
create unique index po_change_key on po_change (order_id, change_key);

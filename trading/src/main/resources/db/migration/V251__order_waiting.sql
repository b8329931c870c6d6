-- Room: order. Every page shows how many orders wait for the company; few of all do.
create index purchase_order_waits_for_supplier on purchase_order (supplier_org_id) where agreement in ('ISSUED', 'CHANGE_PENDING_SUPPLIER', 'CANCEL_PENDING');
create index purchase_order_waits_for_buyer on purchase_order (buyer_org_id) where agreement in ('CHANGE_PENDING_BUYER', 'REJECTED_BY_SUPPLIER');

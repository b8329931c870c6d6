-- Room: invoice. The page of an order asks for the invoices of the order.
create index invoice_line_order on invoice_line (order_id);

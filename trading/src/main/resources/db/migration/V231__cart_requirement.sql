-- Room: cart, requirement. For which line of a requirement something is in a cart; such a line is merged with none.
alter table cart_line add column requirement_line_id uuid references requirement_line (id);
create index cart_line_requirement on cart_line (requirement_line_id) where requirement_line_id is not null;

-- From an order to what it was awarded for, and to the requirement behind it.
create index rfq_award_order on rfq_award (order_id);
create index requirement_sourcing_rfq_line on requirement_sourcing (rfq_line_id);

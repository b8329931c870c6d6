package io.tradelane.trading.cart;

import io.tradelane.trading.order.RowParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Carts and their lines. Whoever changes one holds its row locked. */
@Repository
class CartRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    CartRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Optional<CartRow> find(UUID id) {
        return jdbc.sql("select * from cart where id = :id").param("id", id).query(CartRow.class).optional();
    }

    Optional<CartRow> lock(UUID id) {
        return jdbc.sql("select * from cart where id = :id for update").param("id", id).query(CartRow.class).optional();
    }

    /** The open one of somebody with a supplier, locked; made if there is none. */
    CartRow open(CartRow blank) {
        jdbc.sql("""
                        insert into cart (id, buyer_org_id, supplier_org_id, owner_id, owner_name, state, currency, created_at, updated_at)
                        values (:id, :buyerOrgId, :supplierOrgId, :ownerId, :ownerName, 'OPEN', :currency, :createdAt, :updatedAt) on conflict do nothing
                        """)
                .paramSource(new RowParameters(blank)).update();
        return jdbc.sql("""
                        select * from cart where buyer_org_id = :buyerOrgId and supplier_org_id = :supplierOrgId and state = 'OPEN'
                           and owner_id is not distinct from :ownerId for update
                        """)
                .paramSource(new RowParameters(blank)).query(CartRow.class).single();
    }

    /** Newest first. @param owner null: all of the company @param before only older ones */
    List<CartRow> list(Collection<CartState> states, @Nullable UUID owner, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from cart where state in (:states) and (cast(:owner as uuid) is null or owner_id = :owner) and (cast(:before as uuid) is null or id < :before)
                         order by id desc limit :limit
                        """)
                .param("states", states.stream().map(Enum::name).toList()).param("owner", owner).param("before", before).param("limit", limit)
                .query(CartRow.class).list();
    }

    Optional<CartRow> ofOrder(UUID order) {
        return jdbc.sql("select * from cart where order_id = :order").param("order", order).query(CartRow.class).optional();
    }

    Map<UUID, List<CartLineRow>> lines(Collection<UUID> carts) {
        return carts.isEmpty() ? Map.of() : jdbc.sql("select * from cart_line where cart_id in (:carts) order by cart_id, position").param("carts", carts)
                .query(CartLineRow.class).list().stream().collect(Collectors.groupingBy(CartLineRow::cartId));
    }

    List<CartLineRow> lines(UUID cart) {
        return lines(List.of(cart)).getOrDefault(cart, List.of());
    }

    void insert(Collection<CartLineRow> lines) {
        batch.batchUpdate("""
                        insert into cart_line (id, cart_id, buyer_org_id, position, article_id, quantity, asked_quantity, former_price, requested_delivery, note, requirement_line_id)
                        values (:id, :cartId, :buyerOrgId, :position, :articleId, :quantity, :askedQuantity, :formerPrice, :requestedDelivery, :note, :requirementLineId)
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    void raise(Collection<CartLineRow> lines) {
        batch.batchUpdate("update cart_line set quantity = :quantity, asked_quantity = :askedQuantity where id = :id",
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    void change(UUID line, BigDecimal quantity, @Nullable BigDecimal asked, @Nullable LocalDate delivery) {
        jdbc.sql("update cart_line set quantity = :quantity, asked_quantity = :asked, requested_delivery = :delivery where id = :id")
                .param("quantity", quantity).param("asked", asked).param("delivery", delivery).param("id", line).update();
    }

    void remove(UUID line) {
        jdbc.sql("delete from cart_line where id = :id").param("id", line).update();
    }

    /** The prices at which it is submitted; they count whatever becomes of them. */
    void lock(List<CartLineRow> priced) {
        batch.batchUpdate("""
                        update cart_line set price = :price, price_basis = :priceBasis, price_unit = :priceUnit, price_source = :priceSource, contract_id = :contractId,
                            contract_line = :contractLine where id = :id
                        """,
                priced.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    void touch(UUID cart, OffsetDateTime now) {
        jdbc.sql("update cart set updated_at = :now, version = version + 1 where id = :id").param("now", now).param("id", cart).update();
    }

    void write(UUID cart, CartForm form, OffsetDateTime now) {
        ShipTo to = form.shipTo();
        jdbc.sql("""
                        update cart set number = :number, requested_delivery = :delivery, ship_to_name = :name, ship_to_gln = :gln, ship_to_street = :street,
                            ship_to_city = :city, ship_to_postcode = :postcode, ship_to_country = :country, cost_centre = :costCentre, note = :note,
                            updated_at = :now, version = version + 1 where id = :id
                        """)
                .param("number", form.number()).param("delivery", form.requestedDelivery()).param("name", to.name()).param("gln", to.gln()).param("street", to.street())
                .param("city", to.city()).param("postcode", to.postcode()).param("country", to.country()).param("costCentre", form.costCentre())
                .param("note", form.note()).param("now", now).param("id", cart).update();
    }

    void submitted(UUID cart, String number, BigDecimal total, OffsetDateTime now) {
        jdbc.sql("""
                        update cart set state = 'WAITING', number = :number, total = :total, rejected_reason = null, submitted_at = :now, updated_at = :now,
                            version = version + 1 where id = :id
                        """)
                .param("number", number).param("total", total).param("now", now).param("id", cart).update();
    }

    void move(UUID cart, CartState state, @Nullable String reason, @Nullable UUID order, OffsetDateTime now) {
        jdbc.sql("update cart set state = :state, rejected_reason = :reason, order_id = :order, updated_at = :now, version = version + 1 where id = :id")
                .param("state", state.name()).param("reason", reason).param("order", order).param("now", now).param("id", cart).update();
    }

    /** Whether the buyer has an order of that number, or something of it waits for approval. */
    boolean taken(UUID buyer, String number, UUID but) {
        return jdbc.sql("""
                        select exists (select from purchase_order where buyer_org_id = :buyer and number = :number)
                            or exists (select from cart where buyer_org_id = :buyer and number = :number and state = 'WAITING' and id <> :but)
                        """)
                .param("buyer", buyer).param("number", number).param("but", but).query(Boolean.class).single();
    }

    String nextNumber(int year) {
        return "PO-%d-%05d".formatted(year, jdbc.sql("select nextval('sourcing_number')").query(Long.class).single());
    }
}

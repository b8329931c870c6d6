package io.tradelane.trading.cart;

import io.tradelane.trading.contract.CallOff;
import io.tradelane.trading.order.Figures;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders from contracts that wait for approval, one for each contract. */
@Repository
class CallOffDrafts {
    private final JdbcClient jdbc;

    CallOffDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param owner who wants it */
    record Kept(CallOff line, String owner) {}

    void keep(UUID contract, UUID buyer, List<CallOff> lines, String owner, OffsetDateTime now) {
        remove(contract);
        for (CallOff line : lines) {
            jdbc.sql("""
                            insert into contract_call_off_draft (contract_id, line_number, buyer_org_id, quantity, delivery, owner_name, created_at)
                            values (:contract, :line, :buyer, :quantity, :delivery, :owner, :now)
                            """)
                    .param("contract", contract).param("line", line.lineNumber()).param("buyer", buyer).param("quantity", line.quantity())
                    .param("delivery", line.delivery()).param("owner", owner).param("now", now).update();
        }
    }

    List<Kept> find(UUID contract) {
        return jdbc.sql("select line_number, quantity, delivery, owner_name from contract_call_off_draft where contract_id = :contract order by line_number")
                .param("contract", contract)
                .query((row, n) -> new Kept(new CallOff(row.getString("line_number"), Figures.quantity(row.getBigDecimal("quantity")), row.getObject("delivery", LocalDate.class)),
                        row.getString("owner_name")))
                .list();
    }

    void remove(UUID contract) {
        jdbc.sql("delete from contract_call_off_draft where contract_id = :contract").param("contract", contract).update();
    }
}

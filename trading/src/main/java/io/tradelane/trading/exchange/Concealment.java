package io.tradelane.trading.exchange;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came in from the other business party for a while: a sealed bid is its sender's alone until the bids are opened. Under scope HUB. */
@Component
@Transactional
public class Concealment {
    private static final String MESSAGES = "update message set counterparty_id = :party where interchange_id = :interchange";
    private static final String INTERCHANGE = "update interchange set counterparty_id = :party where id = :interchange";
    private static final String PAYLOAD = """
            update payload set counterparty_id = :party where id = (select payload_id from interchange where id = :interchange)
            """;
    private final JdbcClient jdbc;

    Concealment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only its sender and the hub see it from now on. */
    public void conceal(UUID interchange) {
        set(interchange, null);
    }

    /** The other party sees it again. */
    public void reveal(UUID interchange, UUID counterparty) {
        set(interchange, counterparty);
    }

    private void set(UUID interchange, @Nullable UUID party) {
        for (String statement : List.of(MESSAGES, INTERCHANGE, PAYLOAD)) {
            jdbc.sql(statement).param("party", party, Types.OTHER).param("interchange", interchange).update();
        }
    }
}

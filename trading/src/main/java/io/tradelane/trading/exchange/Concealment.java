package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a message that came in from the other business party for a while: a sealed bid is its sender's alone until the bids are opened.
 * The file it came in is nobody else's from then on, unless it holds nothing but this message. Under scope HUB.
 */
@Component
@Transactional
public class Concealment {
    private static final List<String> CONCEAL = List.of(
            "update message set counterparty_id = null where id = :message",
            "update interchange set counterparty_id = null where id = (select interchange_id from message where id = :message)",
            """
            update payload set counterparty_id = null
             where id = (select i.payload_id from interchange i join message m on m.interchange_id = i.id where m.id = :message)
            """);
    private static final String ALONE = """
            select i.id from interchange i join message m on m.interchange_id = i.id
             where m.id = :message and not exists (select from message o where o.interchange_id = i.id and o.id <> m.id)
            """;
    private static final List<String> REVEAL = List.of(
            "update message set counterparty_id = :party where id = :message",
            "update interchange set counterparty_id = :party where id = (" + ALONE + ")",
            "update payload set counterparty_id = :party where id = (select payload_id from interchange where id = (" + ALONE + "))");
    private final JdbcClient jdbc;

    Concealment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only its sender and the hub see it from now on. */
    public void conceal(UUID message) {
        CONCEAL.forEach(statement -> jdbc.sql(statement).param("message", message).update());
    }

    /** The other party sees it again. */
    public void reveal(UUID message, UUID counterparty) {
        REVEAL.forEach(statement -> jdbc.sql(statement).param("party", counterparty).param("message", message).update());
    }
}

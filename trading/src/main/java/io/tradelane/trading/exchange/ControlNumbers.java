package io.tradelane.trading.exchange;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that have no gaps and never repeat, each from a row locked until the caller's transaction ends. */
@Service
public class ControlNumbers {
    private final JdbcClient jdbc;

    ControlNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Kind {
        /** UNB 0020, up to 14 digits. */
        INTERCHANGE,
        /** UNH 0062. */
        MESSAGE,
        /** Number of a document we write. */
        DOCUMENT,
        /** Serial reference of an SSCC. */
        SSCC
    }

    /**
     * The next number from 1, in decimal, without padding. A transaction that rolls back gives it back. A number that
     * depends on one organisation only is taken with that organisation on both sides.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(UUID from, UUID to, Kind kind) {
        return jdbc.sql("""
                        insert into control_number as n (from_org_id, to_org_id, kind, last) values (:from, :to, :kind, 1)
                        on conflict (from_org_id, to_org_id, kind) do update set last = n.last + 1 returning last
                        """)
                .param("from", from)
                .param("to", to)
                .param("kind", kind.name())
                .query(Long.class)
                .single()
                .toString();
    }
}

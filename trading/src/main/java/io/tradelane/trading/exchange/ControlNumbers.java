package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.PartnerRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that have no gaps and never repeat within their range, each from a row locked until the caller's transaction ends. */
@Service
public class ControlNumbers {
    private static final String SELECT = "select from_org_id, to_org_id, kind, first, highest, last from control_number ";
    private final JdbcClient jdbc;
    private final PartnerRecord journal;

    ControlNumbers(JdbcClient jdbc, PartnerRecord journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    public enum Kind {
        /** UNB 0020, up to 14 digits; ISA13, nine. */
        INTERCHANGE,
        /** UNH 0062. */
        MESSAGE,
        /** Number of a document we write. */
        DOCUMENT,
        /** Serial reference of an SSCC. */
        SSCC
    }

    /** @param first after {@code highest} it begins with this again @param last given last; {@code first - 1} as long as none is */
    public record Range(UUID from, UUID to, String kind, long first, long highest, long last) {
        public long next() {
            return last >= highest ? first : last + 1;
        }
    }

    /**
     * The next number from 1, in decimal, without padding. A transaction that rolls back gives it back. A number that
     * depends on one organisation only is taken with that organisation on both sides.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(UUID from, UUID to, Kind kind) {
        return jdbc.sql("""
                        insert into control_number as n (from_org_id, to_org_id, kind, last) values (:from, :to, :kind, 1)
                        on conflict (from_org_id, to_org_id, kind) do update set last = case when n.last >= n.highest then n.first else n.last + 1 end
                        returning last
                        """)
                .param("from", from)
                .param("to", to)
                .param("kind", kind.name())
                .query(Long.class)
                .single()
                .toString();
    }

    /** Those in which the organisation is on either side. */
    @Transactional(readOnly = true)
    public List<Range> ranges(UUID organisation) {
        return jdbc.sql(SELECT + "where from_org_id = :id or to_org_id = :id order by kind, from_org_id, to_org_id").param("id", organisation)
                .query((row, n) -> new Range(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getLong(4),
                        row.getLong(5), row.getLong(6)))
                .list();
    }

    /**
     * Says from where to where numbers go, and which is the next. Who did it and why is kept in the journal of the receiver.
     *
     * @throws IllegalArgumentException unless {@code 1 <= first <= next <= highest}
     */
    @Transactional
    public void reset(UUID from, UUID to, Kind kind, long first, long highest, long next, String reason) {
        if (first < 1 || highest <= first || next < first || next > highest) {
            throw new IllegalArgumentException("from " + first + " to " + highest + ", next " + next);
        }
        Optional<Long> before = jdbc.sql("select last from control_number where from_org_id = :from and to_org_id = :to and kind = :kind for update")
                .param("from", from).param("to", to).param("kind", kind.name()).query(Long.class).optional();
        jdbc.sql("""
                        insert into control_number (from_org_id, to_org_id, kind, first, highest, last) values (:from, :to, :kind, :first, :highest, :last)
                        on conflict (from_org_id, to_org_id, kind) do update set first = excluded.first, highest = excluded.highest, last = excluded.last
                        """)
                .param("from", from).param("to", to).param("kind", kind.name())
                .param("first", first).param("highest", highest).param("last", next - 1)
                .update();
        journal.changed(to, "CONTROL_NUMBER_RESET", Map.of("kind", kind.name(), "sender", from.toString(),
                "before", before.map(last -> Long.toString(last + 1)).orElse("1"), "next", Long.toString(next),
                "range", first + "–" + highest, "reason", reason));
    }
}

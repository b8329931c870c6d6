package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each partner may send and gets: the installation's limits, and what is set for a partner. A change holds within a second on every hub. */
@Service
@Transactional
@EnableConfigurationProperties(Limits.class)
public class PartnerLimits {
    /** In the journal, an organisation as a partner of the exchange. */
    public static final String ENTITY = "PARTNER";
    private static final String COLUMNS =
            "organisation_id, interchange_bytes, interchange_messages, depth, in_per_minute, out_per_minute, in_at_once, out_at_once";
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Limits usual;
    private final Fresh<Map<UUID, PartnerLimit>> all;

    PartnerLimits(JdbcClient jdbc, Journal journal, Limits usual, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.usual = usual;
        this.all = new Fresh<>(transactions, () -> jdbc.sql("select " + COLUMNS + " from partner_limit").query(PartnerLimits::map).list()
                .stream().collect(Collectors.toMap(PartnerLimit::organisation, Function.identity())));
    }

    /** Those of who has none of its own. */
    public Limits usual() {
        return usual;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Limits of(UUID organisation) {
        PartnerLimit own = all.get().get(organisation);
        return own == null ? usual : usual.with(own);
    }

    /** What is set for it, as it stands in the table. */
    @Transactional(readOnly = true)
    public PartnerLimit own(UUID organisation) {
        return jdbc.sql("select " + COLUMNS + " from partner_limit where organisation_id = :id").param("id", organisation)
                .query(PartnerLimits::map).optional().orElseGet(() -> PartnerLimit.none(organisation));
    }

    /** Takes the place of what was set before. */
    public void put(PartnerLimit limit) {
        jdbc.sql("delete from partner_limit where organisation_id = :id").param("id", limit.organisation()).update();
        if (!limit.equals(PartnerLimit.none(limit.organisation()))) {
            jdbc.sql("insert into partner_limit (" + COLUMNS + ") values (:id, :bytes, :messages, :depth, :in, :out, :inAtOnce, :outAtOnce)")
                    .param("id", limit.organisation())
                    .param("bytes", limit.interchangeBytes(), Types.BIGINT)
                    .param("messages", limit.interchangeMessages(), Types.INTEGER)
                    .param("depth", limit.depth(), Types.INTEGER)
                    .param("in", limit.inPerMinute(), Types.INTEGER)
                    .param("out", limit.outPerMinute(), Types.INTEGER)
                    .param("inAtOnce", limit.inAtOnce(), Types.INTEGER)
                    .param("outAtOnce", limit.outAtOnce(), Types.INTEGER)
                    .update();
        }
        journal.record(new Entry(ENTITY, limit.organisation(), null, "LIMITS_SET", null, null, null, Set.of(limit.organisation()), told(limit)));
        all.changed();
    }

    private static Map<String, String> told(PartnerLimit limit) {
        Map<String, String> told = new TreeMap<>();
        tell(told, "interchangeBytes", limit.interchangeBytes());
        tell(told, "interchangeMessages", limit.interchangeMessages());
        tell(told, "depth", limit.depth());
        tell(told, "inPerMinute", limit.inPerMinute());
        tell(told, "outPerMinute", limit.outPerMinute());
        tell(told, "inAtOnce", limit.inAtOnce());
        tell(told, "outAtOnce", limit.outAtOnce());
        return told;
    }

    private static void tell(Map<String, String> told, String name, @Nullable Number value) {
        if (value != null) {
            told.put(name, value.toString());
        }
    }

    private static PartnerLimit map(ResultSet row, int number) throws SQLException {
        return new PartnerLimit(
                row.getObject("organisation_id", UUID.class),
                row.getObject("interchange_bytes", Long.class),
                row.getObject("interchange_messages", Integer.class),
                row.getObject("depth", Integer.class),
                row.getObject("in_per_minute", Integer.class),
                row.getObject("out_per_minute", Integer.class),
                row.getObject("in_at_once", Integer.class),
                row.getObject("out_at_once", Integer.class));
    }
}

package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Weekly;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The partners' maintenance windows. A change holds within a second on every hub. */
@Service
@Transactional
public class MaintenanceWindows {
    private static final String COLUMNS =
            "id, organisation_id, channel_id, reason, zone, weekday, begins, minutes, starts_at, ends_at, inbound";
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Fresh<List<MaintenanceWindow>> all;

    MaintenanceWindows(JdbcClient jdbc, Journal journal, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.all = new Fresh<>(transactions, () -> jdbc.sql("select " + COLUMNS + " from maintenance_window").query(MaintenanceWindows::map).list());
    }

    /** A window that is on. */
    public record Closed(MaintenanceWindow window, Instant until) {

        /** @param channel null: at none of its own */
        public boolean holds(UUID organisation, @Nullable UUID channel) {
            return window.organisation().equals(organisation) && (window.channel() == null || window.channel().equals(channel));
        }
    }

    /** Those that are on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Closed> closed(Instant now) {
        return all.get().stream()
                .flatMap(window -> window.closedUntil(now).map(until -> new Closed(window, until)).stream())
                .toList();
    }

    /** Of one organisation, past ones too. */
    @Transactional(readOnly = true)
    public List<MaintenanceWindow> list(UUID organisation) {
        return jdbc.sql("select " + COLUMNS + " from maintenance_window where organisation_id = :id order by starts_at nulls first, weekday, begins, id")
                .param("id", organisation).query(MaintenanceWindows::map).list();
    }

    public void add(MaintenanceWindow window) {
        Weekly weekly = window.when() instanceof Weekly each ? each : null;
        Once once = window.when() instanceof Once single ? single : null;
        jdbc.sql("insert into maintenance_window (" + COLUMNS + ") values (:id, :organisation, :channel, :reason, :zone, :weekday, :begins, :minutes,"
                        + " cast(:starts as timestamptz), cast(:ends as timestamptz), :inbound)")
                .param("id", window.id())
                .param("organisation", window.organisation())
                .param("channel", window.channel(), Types.OTHER)
                .param("reason", window.reason())
                .param("zone", window.zone().getId())
                .param("weekday", weekly == null ? null : weekly.day().getValue(), Types.INTEGER)
                .param("begins", weekly == null ? null : weekly.begins(), Types.TIME)
                .param("minutes", weekly == null ? null : weekly.minutes(), Types.INTEGER)
                .param("starts", once == null ? null : SqlValues.at(once.starts()))
                .param("ends", once == null ? null : SqlValues.at(once.ends()))
                .param("inbound", window.inbound().name())
                .update();
        tell(window, "WINDOW_ADDED");
        all.changed();
    }

    /** @return whether there was one of this organisation */
    public boolean remove(UUID organisation, UUID id) {
        List<MaintenanceWindow> removed = jdbc.sql(
                        "delete from maintenance_window where id = :id and organisation_id = :organisation returning " + COLUMNS)
                .param("id", id).param("organisation", organisation).query(MaintenanceWindows::map).list();
        removed.forEach(window -> tell(window, "WINDOW_REMOVED"));
        all.changed();
        return !removed.isEmpty();
    }

    private void tell(MaintenanceWindow window, String event) {
        journal.record(new Entry(PartnerLimits.ENTITY, window.organisation(), null, event, null, null, null, Set.of(window.organisation()),
                Map.of("reason", window.reason(), "zone", window.zone().getId(), "inbound", window.inbound().name(), "when", switch (window.when()) {
                    case Weekly weekly -> weekly.day() + " " + weekly.begins() + ", " + weekly.minutes() + " min";
                    case Once once -> once.starts() + " – " + once.ends();
                })));
    }

    private static MaintenanceWindow map(ResultSet row, int number) throws SQLException {
        Integer weekday = row.getObject("weekday", Integer.class);
        return new MaintenanceWindow(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("channel_id", UUID.class),
                row.getString("reason"),
                ZoneId.of(row.getString("zone")),
                weekday == null ? new Once(SqlValues.instant(row, "starts_at"), SqlValues.instant(row, "ends_at"))
                        : new Weekly(DayOfWeek.of(weekday), row.getObject("begins", LocalTime.class), row.getInt("minutes")),
                Inbound.valueOf(row.getString("inbound")));
    }
}

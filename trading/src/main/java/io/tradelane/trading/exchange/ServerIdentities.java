package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.ServerIdentity.Kind;
import io.tradelane.trading.exchange.ServerIdentity.Shown;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.SqlValues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificates and host keys that partners' servers show. One that is not accepted is one incident, which closes when the server shows
 * an accepted one again; one that ends is warned of as the partner's own certificates are.
 */
@Service
@Transactional
public class ServerIdentities {
    private static final String CHANGED = "SERVER_IDENTITY_CHANGED";
    private final JdbcClient jdbc;
    private final IncidentDesk incidents;
    private final Clock clock;

    ServerIdentities(JdbcClient jdbc, IncidentDesk incidents, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The server was known by this. For an actor of scope HUB. */
    public void accepted(Channel channel, Shown shown) {
        insert(channel, shown.kind());
        jdbc.sql("""
                        update server_identity set kind = :kind, name = :name, fingerprint = :fingerprint, valid_to = :validTo,
                               since = case when fingerprint = :fingerprint then since else :now end,
                               previous_fingerprint = case when fingerprint = :fingerprint then previous_fingerprint else fingerprint end,
                               warned_days = case when fingerprint = :fingerprint then warned_days end,
                               refused_name = null, refused_fingerprint = null, refused_at = null
                         where channel_id = :channel
                        """)
                .param("kind", shown.kind().name()).param("name", shown.name()).param("fingerprint", shown.fingerprint())
                .param("validTo", shown.validTo() == null ? null : SqlValues.at(shown.validTo()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", SqlValues.at(clock.instant())).param("channel", channel.id()).update();
        incidents.settled(CHANGED, channel.id().toString());
    }

    /** The server showed what is not known, and nothing was said to it. The same again is not told again. For an actor of scope HUB. */
    public void refused(Channel channel, Shown shown) {
        insert(channel, shown.kind());
        int other = jdbc.sql("""
                        update server_identity set refused_name = :name, refused_fingerprint = :fingerprint, refused_at = :now
                         where channel_id = :channel and refused_fingerprint is distinct from :fingerprint
                        """)
                .param("name", shown.name()).param("fingerprint", shown.fingerprint()).param("now", SqlValues.at(clock.instant())).param("channel", channel.id()).update();
        if (other == 1) {
            incidents.raise(CHANGED, channel.organisation(), null, null, Map.of("subject", channel.id().toString(), "channel", channel.name(),
                    "shown", shown.name() + " " + shown.fingerprint()), null);
        }
    }

    private void insert(Channel channel, Kind kind) {
        jdbc.sql("insert into server_identity (channel_id, organisation_id, kind) values (:channel, :organisation, :kind) on conflict (channel_id) do nothing")
                .param("channel", channel.id()).param("organisation", channel.organisation()).param("kind", kind.name()).update();
    }

    /** All that the caller may see of channels that are open, those that end first at the top. @param organisation null: of all */
    @Transactional(readOnly = true)
    public List<ServerIdentity> list(@Nullable UUID organisation) {
        return jdbc.sql("""
                        select s.channel_id, c.name as channel_name, s.organisation_id, s.kind, s.name, s.fingerprint, s.valid_to, s.since, s.previous_fingerprint,
                               s.refused_name, s.refused_fingerprint, s.refused_at
                          from server_identity s join channel c on c.id = s.channel_id
                         where c.enabled and (cast(:organisation as uuid) is null or s.organisation_id = :organisation)
                         order by s.refused_at is null, s.valid_to nulls last, s.channel_id
                        """)
                .param("organisation", organisation)
                .query((row, n) -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    String fingerprint = row.getString("fingerprint");
                    String refused = row.getString("refused_fingerprint");
                    return new ServerIdentity(row.getObject("channel_id", UUID.class), row.getString("channel_name"), row.getObject("organisation_id", UUID.class), kind,
                            fingerprint == null ? null : new Shown(kind, row.getString("name"), fingerprint, SqlValues.instantOrNull(row, "valid_to")),
                            SqlValues.instantOrNull(row, "since"), row.getString("previous_fingerprint"),
                            refused == null ? null : new Shown(kind, row.getString("refused_name"), refused, null), SqlValues.instantOrNull(row, "refused_at"));
                })
                .list();
    }

    /** Warns of those that end, once each step; settles what is over. */
    void check(Instant now) {
        jdbc.sql("""
                        select s.channel_id, s.organisation_id, c.name, s.name as certificate, s.valid_to, s.warned_days, c.enabled
                          from server_identity s join channel c on c.id = s.channel_id where s.valid_to is not null or s.warned_days is not null
                        """)
                .query((row, n) -> new Ending(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3) + ": " + row.getString(4),
                        SqlValues.instantOrNull(row, "valid_to"), row.getObject("warned_days", Integer.class), row.getBoolean("enabled")))
                .list().forEach(one -> warn(one, now));
    }

    private record Ending(UUID channel, UUID organisation, String name, @Nullable Instant until, @Nullable Integer warned, boolean open) {}

    private void warn(Ending one, Instant now) {
        Integer due = one.until == null || !one.open ? null : CertificateWarnings.due(one.until, now);
        String subject = "server:" + one.channel;
        if (due == null) {
            incidents.settled(CertificateWarnings.EXPIRES, subject);
        } else if (one.warned == null || one.warned > due) {
            incidents.raise(CertificateWarnings.EXPIRES, one.organisation, null, null, Map.of("subject", subject, "name", one.name,
                    "days", Long.toString(CertificateWarnings.left(one.until, now)), "until", one.until.atOffset(ZoneOffset.UTC).toLocalDate().toString()), null);
        }
        if (due == null ? one.warned != null : one.warned == null || one.warned > due) {
            jdbc.sql("update server_identity set warned_days = cast(:days as int) where channel_id = :channel").param("days", due).param("channel", one.channel).update();
        }
    }
}

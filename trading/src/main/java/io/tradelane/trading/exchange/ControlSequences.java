package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.PartnerRecord;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The control numbers that partners give, watched for gaps. A gap closes by itself when its number comes late. */
@Service
@Transactional
public class ControlSequences {
    static final String GAP = "CONTROL_NUMBER_GAP";
    static final String HELD = "interchange.number-gap";
    private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d{1,18})");
    private final JdbcClient jdbc;
    private final IncidentDesk incidents;
    private final Requeue requeue;
    private final PartnerRecord journal;
    private final Clock clock;

    ControlSequences(JdbcClient jdbc, IncidentDesk incidents, Requeue requeue, PartnerRecord journal, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.requeue = requeue;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param sender address in the envelope, with its qualifier
     * @param prefix what stands before the digits
     * @param first from where it is watched
     * @param highest that has come
     * @param gaps what has not come, ascending
     */
    public record Watch(
            UUID id, UUID organisation, String format, String sender, String recipient, String prefix, boolean test, long first, long highest,
            Instant lastAt, List<Gap> gaps) {}

    /** @param shownBy the interchange after it; null if that is not known any more */
    public record Gap(UUID id, long first, long last, Instant noticedAt, @Nullable UUID shownBy) {
        String text() {
            return first == last ? Long.toString(first) : first + "–" + last;
        }
    }

    @Transactional(readOnly = true)
    public List<Watch> list(UUID organisation) {
        return jdbc.sql("select * from control_watch where organisation_id = :id order by format, sender, recipient, prefix, test").param("id", organisation)
                .query(this::watch).list();
    }

    /**
     * What is missing will not come: closes the gaps and lets pass what waits for them; or begins anew after a number that the partner
     * will go on from. Who said so and why is kept.
     *
     * @param next the number that comes next; null: as it is
     * @return false if there is no such watch of that organisation
     */
    public boolean settle(UUID organisation, UUID watch, @Nullable Long next, String reason) {
        Watch found = jdbc.sql("select * from control_watch where id = :id and organisation_id = :organisation for update")
                .param("id", watch).param("organisation", organisation).query(this::watch).optional().orElse(null);
        if (found == null) {
            return false;
        }
        jdbc.sql("delete from control_gap where watch_id = :id").param("id", watch).update();
        if (next != null) {
            jdbc.sql("update control_watch set first = :next, highest = :next - 1 where id = :id").param("id", watch).param("next", next).update();
        }
        incidents.settled(GAP, watch.toString());
        journal.changed(organisation, "CONTROL_NUMBER_GAP_CLOSED", Map.of("format", found.format(), "sender", found.sender(),
                "missing", text(found.gaps()), "next", Long.toString(next == null ? found.highest() + 1 : next), "reason", reason));
        release(organisation, found.format());
        return true;
    }

    /**
     * A number has come. In the transaction that decides about its interchange.
     *
     * @return the incident about what is missing before it; empty when nothing is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Missing> arrived(UUID interchange, UUID sender, InterchangeFacts facts) {
        Matcher number = NUMBER.matcher(String.valueOf(facts.controlReference()).strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(number.group(2));
        Watch before = lock(sender, facts, number.group(1), value);
        Instant now = clock.instant();
        if (value > before.highest()) {
            if (value > before.highest() + 1) {
                gap(before, before.highest() + 1, value - 1, interchange, now);
            }
            jdbc.sql("update control_watch set highest = :value, last_at = :at where id = :id")
                    .param("id", before.id()).param("value", value).param("at", SqlValues.at(now)).update();
        } else {
            before.gaps().stream().filter(gap -> gap.first() <= value && value <= gap.last()).findFirst().ifPresent(gap -> fill(before, gap, value));
        }
        List<Gap> open = gaps(before.id());
        if (open.isEmpty()) {
            if (!before.gaps().isEmpty()) {
                incidents.settled(GAP, before.id().toString());
            }
        } else if (!open.equals(before.gaps())) {
            tell(before, open);
        }
        if (open.size() < before.gaps().size() || open.isEmpty() && !before.gaps().isEmpty()) {
            release(sender, facts.format());
        }
        List<Gap> below = open.stream().filter(gap -> gap.last() < value).toList();
        return below.isEmpty() ? Optional.empty() : Optional.of(new Missing(before.id(), text(below)));
    }

    /** @param numbers as {@code 5–7, 9} */
    record Missing(UUID watch, String numbers) {}

    /** The incident about the gaps of a watch, raised if it is not open. */
    UUID incident(UUID watch) {
        Watch found = jdbc.sql("select * from control_watch where id = :id").param("id", watch).query(this::watch).single();
        return tell(found, found.gaps());
    }

    private UUID tell(Watch watch, List<Gap> open) {
        return incidents.raise(GAP, watch.organisation(), null, null, Map.of("subject", watch.id().toString(), "format", watch.format(),
                "sender", watch.sender(), "missing", text(open)), null);
    }

    private Watch lock(UUID sender, InterchangeFacts facts, String prefix, long value) {
        return jdbc.sql("""
                        insert into control_watch as w (id, organisation_id, format, sender, recipient, prefix, test, first, highest, last_at)
                        values (:id, :organisation, :format, :sender, :recipient, :prefix, :test, :value, :value - 1, :at)
                        on conflict (organisation_id, format, sender, recipient, prefix, test) do update set last_at = excluded.last_at returning *
                        """)
                .param("id", Ids.next())
                .param("organisation", sender)
                .param("format", facts.format())
                .param("sender", address(facts.senderId(), facts.senderQualifier()))
                .param("recipient", address(facts.recipientId(), facts.recipientQualifier()))
                .param("prefix", prefix)
                .param("test", facts.test())
                .param("value", value)
                .param("at", SqlValues.at(clock.instant()))
                .query(this::watch)
                .single();
    }

    private void gap(Watch watch, long first, long last, @Nullable UUID shownBy, Instant at) {
        jdbc.sql("""
                        insert into control_gap (id, watch_id, organisation_id, first, last, noticed_at, shown_by)
                        values (:id, :watch, :organisation, :first, :last, :at, :shownBy)
                        """)
                .param("id", Ids.next())
                .param("watch", watch.id())
                .param("organisation", watch.organisation())
                .param("first", first)
                .param("last", last)
                .param("at", SqlValues.at(at))
                .param("shownBy", shownBy)
                .update();
    }

    /** What came late is taken out of its gap. */
    private void fill(Watch watch, Gap gap, long value) {
        jdbc.sql("delete from control_gap where id = :id").param("id", gap.id()).update();
        if (gap.first() < value) {
            gap(watch, gap.first(), value - 1, gap.shownBy(), gap.noticedAt());
        }
        if (value < gap.last()) {
            gap(watch, value + 1, gap.last(), gap.shownBy(), gap.noticedAt());
        }
    }

    /** In the order of their coming, those before which nothing is missing any more. */
    private void release(UUID organisation, String format) {
        List<Watch> watches = list(organisation).stream().filter(watch -> watch.format().equals(format)).toList();
        jdbc.sql("""
                        select id, control_reference, sender_id, sender_qualifier, recipient_id, recipient_qualifier, test from interchange
                         where organisation_id = :organisation and status = 'HELD' and reason = 'interchange.number-gap' and format = :format order by id
                        """)
                .param("organisation", organisation)
                .param("format", format)
                .query((row, n) -> new Waiting(row.getObject("id", UUID.class), String.valueOf(row.getString("control_reference")),
                        address(row.getString("sender_id"), row.getString("sender_qualifier")),
                        address(row.getString("recipient_id"), row.getString("recipient_qualifier")), row.getBoolean("test")))
                .list().stream()
                .filter(waiting -> waiting.mayGo(watches))
                .forEach(waiting -> requeue.interchange(waiting.id()));
    }

    private record Waiting(UUID id, String reference, String sender, String recipient, boolean test) {
        boolean mayGo(List<Watch> watches) {
            Matcher number = NUMBER.matcher(reference.strip());
            return !number.matches() || watches.stream()
                    .filter(watch -> watch.sender().equals(sender) && watch.recipient().equals(recipient) && watch.test() == test
                            && watch.prefix().equals(number.group(1)))
                    .flatMap(watch -> watch.gaps().stream()).noneMatch(gap -> gap.last() < Long.parseLong(number.group(2)));
        }
    }

    private List<Gap> gaps(UUID watch) {
        return jdbc.sql("select id, first, last, noticed_at, shown_by from control_gap where watch_id = :id order by first").param("id", watch)
                .query((row, n) -> new Gap(row.getObject("id", UUID.class), row.getLong("first"), row.getLong("last"),
                        SqlValues.instant(row, "noticed_at"), SqlValues.uuid(row, "shown_by")))
                .list();
    }

    private Watch watch(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Watch(id, row.getObject("organisation_id", UUID.class), row.getString("format"), row.getString("sender"), row.getString("recipient"),
                row.getString("prefix"), row.getBoolean("test"), row.getLong("first"), row.getLong("highest"), SqlValues.instant(row, "last_at"), gaps(id));
    }

    private static String text(List<Gap> gaps) {
        return gaps.stream().map(Gap::text).collect(Collectors.joining(", "));
    }

    private static String address(@Nullable String id, @Nullable String qualifier) {
        String text = id == null ? "" : id.strip();
        return qualifier == null || qualifier.isBlank() ? text : text + ":" + qualifier.strip();
    }
}

package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a company has to show in its twin before it goes live: made from what it exchanges, green by what has been seen. Nothing is
 * stored, so nothing can be ticked by hand.
 */
@Service
@Transactional(readOnly = true)
public class Certification {
    private final JdbcClient jdbc;

    Certification(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Scenario {
        /** A document reached it. */
        DELIVERED,
        /** It acknowledged one (CONTRL, 997, 999). */
        ACKNOWLEDGED,
        /** A good one was read and took effect. */
        GOOD,
        /** The same one again had no effect. */
        REPEATED,
        /** A wrong one was refused. */
        WRONG,
        /** It changed an order of which goods were despatched. */
        CHANGED_AFTER_DESPATCH
    }

    /** @param seenAt when it was first seen; null: not yet */
    public record Check(DocumentType type, boolean sends, Scenario scenario, @Nullable Instant seenAt) {
        public boolean green() {
            return seenAt != null;
        }
    }

    /** For whoever may see the onboarding: the messages themselves are the twin's. */
    public List<Check> of(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> checks(onboarding));
    }

    /** Channels of the twin with nothing left to show: something came or went over each, and all checks of its direction are green. */
    public Set<UUID> proven(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> {
            List<Check> checks = checks(onboarding);
            boolean sends = checks.stream().filter(Check::sends).allMatch(Check::green);
            boolean gets = checks.stream().filter(check -> !check.sends()).allMatch(Check::green);
            return new HashSet<>(jdbc.sql("""
                            select c.id from channel c where c.organisation_id = :twin and not c.deleted
                               and case c.direction when 'INBOUND' then :sends else :gets end
                               and exists (select 1 from interchange i where i.channel_id = c.id
                                              and i.status in ('PROCESSED', 'SENT', 'DELIVERED', 'ACKNOWLEDGED'))
                            """)
                    .param("twin", onboarding.twin()).param("sends", sends).param("gets", gets).query(UUID.class).list());
        });
    }

    private List<Check> checks(Onboarding onboarding) {
        List<Check> checks = new ArrayList<>();
        for (Exchanged document : onboarding.documents()) {
            for (Scenario scenario : scenarios(document, onboarding.documents())) {
                checks.add(new Check(document.type(), document.sends(), scenario, seen(onboarding.twin(), document.type(), scenario).orElse(null)));
            }
        }
        return checks;
    }

    private static List<Scenario> scenarios(Exchanged document, List<Exchanged> all) {
        if (!document.sends()) {
            return document.acknowledged() ? List.of(Scenario.DELIVERED, Scenario.ACKNOWLEDGED) : List.of(Scenario.DELIVERED);
        }
        boolean despatches = all.stream().anyMatch(one -> one.type() == DocumentType.DESPATCH_ADVICE);
        return document.type() == DocumentType.ORDER_CHANGE && despatches ? List.of(Scenario.GOOD, Scenario.CHANGED_AFTER_DESPATCH, Scenario.WRONG)
                : List.of(Scenario.GOOD, Scenario.REPEATED, Scenario.WRONG);
    }

    private Optional<Instant> seen(UUID twin, DocumentType type, Scenario scenario) {
        String sql = switch (scenario) {
            case DELIVERED -> """
                    select min(coalesce(i.processed_at, i.received_at)) from message m join interchange i on i.id = m.interchange_id
                     where m.organisation_id = :twin and m.direction = 'OUTBOUND' and m.document_type = :type
                       and i.status in ('SENT', 'DELIVERED', 'ACKNOWLEDGED', 'REJECTED_BY_PARTNER')
                    """;
            case ACKNOWLEDGED -> """
                    select min(coalesce(i.processed_at, i.received_at)) from message m join interchange i on i.id = m.interchange_id
                     where m.organisation_id = :twin and m.direction = 'OUTBOUND' and m.document_type = :type and i.status = 'ACKNOWLEDGED'
                    """;
            case GOOD -> "select min(m.decided_at) from message m where m.organisation_id = :twin and m.direction = 'INBOUND' and m.document_type = :type and m.status = 'APPLIED'";
            case REPEATED -> """
                    select min(at) from (
                      select i.received_at as at from interchange i join message m on m.interchange_id = i.duplicate_of
                       where i.organisation_id = :twin and i.status = 'DUPLICATE' and m.document_type = :type
                      union all
                      select m.decided_at from message m
                       where m.organisation_id = :twin and m.direction = 'INBOUND' and m.document_type = :type and m.status = 'NO_EFFECT') seen
                    """;
            case WRONG -> """
                    select min(m.created_at) from message m
                     where m.organisation_id = :twin and m.direction = 'INBOUND' and m.status = 'REJECTED'
                       and (m.document_type = :type or m.document_type is null
                            and m.type in (select type from message k where k.organisation_id = :twin and k.document_type = :type))
                    """;
            case CHANGED_AFTER_DESPATCH -> """
                    select min(c.decided_at) from message c
                     where c.organisation_id = :twin and c.direction = 'INBOUND' and c.document_type = :type and c.decided_at is not null
                       and exists (select 1 from message d where d.organisation_id = :twin and d.document_type = 'DESPATCH_ADVICE'
                                      and d.created_at < c.created_at and d.business_keys && array[c.document -> 'document' ->> 'orderNumber'])
                    """;
        };
        return jdbc.sql(sql).param("twin", twin).param("type", type.name()).query((row, n) -> Optional.ofNullable(SqlValues.instantOrNull(row, "min"))).single();
    }
}

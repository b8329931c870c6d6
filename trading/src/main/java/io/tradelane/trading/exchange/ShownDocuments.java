package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.AgreementVersions;
import io.tradelane.trading.partner.PartnerRecord;
import io.tradelane.trading.partner.SqlValues;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What receivers only read in the portal, as nothing was agreed when it was said, and what becomes of it when something is. */
@Service
@Transactional
public class ShownDocuments {
    /** Entries o that an agreement a is about. */
    private static final String ABOUT = """
            o.status = 'PORTAL' and o.from_org_id = a.sender_org_id and o.to_org_id = a.receiver_org_id and o.document_type = a.document_type
            """;
    private static final String SEND = """
            update outbox o set agreement_id = a.id, lane_id = coalesce((a.terms ->> 'channel')::uuid, :none), next_attempt_at = :at,
              status = case when (a.terms #>> '{batching,messages}')::int > 1 then 'GATHERING' else 'QUEUED' end
              from agreement_in_force a
             where a.id = :agreement and a.ended_at is null and o.created_at >= coalesce(cast(:since as timestamptz), '-infinity') and
            """ + ABOUT;
    private final JdbcClient jdbc;
    private final AgreementVersions agreements;
    private final PartnerRecord journal;
    private final Clock clock;

    ShownDocuments(JdbcClient jdbc, AgreementVersions agreements, PartnerRecord journal, Clock clock) {
        this.jdbc = jdbc;
        this.agreements = agreements;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param oldest when the first of them was said; null where there is none */
    public record Shown(long documents, @Nullable Instant oldest) {}

    /** What an agreement is about and was said when there was none; empty where the agreement is not in force. */
    @Transactional(readOnly = true)
    public Optional<Shown> of(UUID agreement) {
        return jdbc.sql("select count(o.id) as documents, min(o.created_at) as oldest from agreement_in_force a left join outbox o on " + ABOUT
                        + " where a.id = :id and a.direction = 'OUTBOUND' and a.ended_at is null group by a.id")
                .param("id", agreement)
                .query((row, n) -> new Shown(row.getLong("documents"), SqlValues.instantOrNull(row, "oldest")))
                .optional();
    }

    /**
     * Sends it, in the order in which it was said; once.
     *
     * @param since what was said before is left; null: all
     * @return how many documents go; 0 also where the agreement is not in force
     */
    public int send(UUID agreement, @Nullable Instant since) {
        int sent = jdbc.sql(SEND)
                .param("at", SqlValues.at(clock.instant()))
                .param("none", OutboxRepository.NO_CHANNEL)
                .param("agreement", agreement)
                .param("since", SqlValues.atOrNull(since))
                .update();
        if (sent > 0) {
            journal.changed(agreements.key(agreement).orElseThrow(), "AGREEMENT_CAUGHT_UP", Map.of("documents", Integer.toString(sent)));
        }
        return sent;
    }
}

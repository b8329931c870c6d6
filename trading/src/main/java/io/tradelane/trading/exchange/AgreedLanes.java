package io.tradelane.trading.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lanes of what waits, as it is agreed. */
@Repository
class AgreedLanes {
    /** Entries o whose channel is not that of the version v that was scheduled and is in force now. */
    private static final String BEHIND = """
            from agreement_version v join outbox o on o.agreement_id = v.agreement_id
             where v.status = 'ACTIVE' and v.valid_from > v.activated_at and v.valid_from <= clock_timestamp()
               and (v.valid_to is null or v.valid_to > clock_timestamp())
               and o.status in ('QUEUED', 'GATHERING') and o.lane_id <> coalesce((v.terms ->> 'channel')::uuid, :none)
            """;
    private final JdbcClient jdbc;

    AgreedLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits goes over the channel of the version whose moment has come. Where a version holds at once, a trigger has done it. */
    void followAgreements() {
        if (jdbc.sql("select exists (select 1 " + BEHIND + ")").param("none", OutboxRepository.NO_CHANNEL).query(Boolean.class).single()) {
            jdbc.sql(OutboxRepository.CLAIM_LOCK).query((row, n) -> n).single();
            jdbc.sql("update outbox set lane_id = behind.lane from (select o.id, coalesce((v.terms ->> 'channel')::uuid, :none) as lane "
                    + BEHIND + ") behind where outbox.id = behind.id").param("none", OutboxRepository.NO_CHANNEL).update();
        }
    }
}

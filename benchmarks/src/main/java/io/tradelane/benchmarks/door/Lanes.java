package io.tradelane.benchmarks.door;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The hub's deliveries. The outbox keeps the order of what goes from one company to another, so an entry in front that nobody
 * may send yet holds back the rest: that is how they rest while the way in is measured.
 */
final class Lanes {
    private static final String ENTRY = "benchmark-lane-";
    private final Connection superuser;

    Lanes(Connection superuser) {
        this.superuser = superuser;
    }

    /** @param order whose two documents show the lanes */
    void hold(Order order) throws SQLException {
        open();
        execute("""
                insert into outbox (id, from_org_id, to_org_id, document_type, document, business_key, idempotency_key, status, agreement_id, lane_id,
                  next_attempt_at, created_at)
                select gen_random_uuid(), from_org_id, to_org_id, document_type, document, business_key, '%s' || document_type, 'QUEUED', agreement_id, lane_id,
                       'infinity', now()
                  from outbox where cause_interchange_id = (select id from interchange where direction = 'INBOUND' and control_reference = '%s')
                """.formatted(ENTRY, order.reference()));
    }

    void open() throws SQLException {
        execute("delete from outbox where idempotency_key like '" + ENTRY + "%'");
    }

    /** Forgets what waits, so that the rounds are alike. */
    void forget() throws SQLException {
        execute("update outbox set status = 'DELIVERED', leased_until = null where status in ('QUEUED', 'RENDERED') and idempotency_key not like '" + ENTRY + "%'");
    }

    /** Until nothing waits, where deliveries run; where they rest, what waits is forgotten. */
    void awaitEmptyOrForget(boolean delivering) throws SQLException, InterruptedException {
        while (delivering && count() > 0) {
            Thread.sleep(50);
        }
        forget();
    }

    private long count() throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox where status in ('QUEUED', 'RENDERED') and idempotency_key not like '" + ENTRY + "%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.tradelane.trading.approval;

import io.tradelane.trading.order.RowParameters;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits and what was decided. Whoever moves a request holds its row locked. */
@Repository
class ApprovalRepository {
    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApprovalRow request, List<StepRow> steps) {
        jdbc.sql("""
                        insert into approval_request (id, buyer_org_id, kind, subject_id, number, supplier_id, amount, currency, cost_centre, requested_by,
                            requested_name, state, created_at, version)
                        values (:id, :buyerOrgId, :kind, :subjectId, :number, :supplierId, :amount, :currency, :costCentre, :requestedBy,
                            :requestedName, :state, :createdAt, :version)
                        """)
                .paramSource(new RowParameters(request)).update();
        for (StepRow step : steps) {
            jdbc.sql("""
                            insert into approval_step (id, request_id, buyer_org_id, position, reason, approver_id, escalation_hours, state, opened_at, escalate_at)
                            values (:id, :requestId, :buyerOrgId, :position, :reason, :approverId, :escalationHours, :state, :openedAt, :escalateAt)
                            """)
                    .paramSource(new RowParameters(step)).update();
        }
    }

    Optional<ApprovalRow> find(UUID id) {
        return jdbc.sql("select * from approval_request where id = :id").param("id", id).query(ApprovalRow.class).optional();
    }

    Optional<ApprovalRow> lock(UUID id) {
        return jdbc.sql("select * from approval_request where id = :id for update").param("id", id).query(ApprovalRow.class).optional();
    }

    Optional<ApprovalRow> lockWaiting(ApprovalRequest.Kind kind, UUID subject) {
        return jdbc.sql("select * from approval_request where kind = :kind and subject_id = :subject and state = 'WAITING' for update")
                .param("kind", kind.name()).param("subject", subject).query(ApprovalRow.class).optional();
    }

    /** Newest first. */
    List<ApprovalRow> of(UUID subject) {
        return jdbc.sql("select * from approval_request where subject_id = :subject order by id desc limit 50").param("subject", subject).query(ApprovalRow.class).list();
    }

    /** @param before only older ones than that of this id @param limit how many */
    List<ApprovalRow> list(boolean waiting, @Nullable UUID before, int limit) {
        return jdbc.sql("select * from approval_request where (state = 'WAITING') = :waiting and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit")
                .param("waiting", waiting).param("before", before).param("limit", limit).query(ApprovalRow.class).list();
    }

    Map<UUID, List<StepRow>> steps(Collection<UUID> requests) {
        return requests.isEmpty() ? Map.of() : jdbc.sql("select * from approval_step where request_id in (:requests) order by request_id, position")
                .param("requests", requests).query(StepRow.class).list().stream().collect(Collectors.groupingBy(StepRow::requestId));
    }

    void open(StepRow step, OffsetDateTime now) {
        Integer hours = step.escalationHours();
        jdbc.sql("update approval_step set state = 'OPEN', opened_at = :now, escalate_at = :escalate where id = :id")
                .param("now", now).param("escalate", hours == null ? null : now.plusHours(hours)).param("id", step.id()).update();
    }

    void decided(StepRow step, ApprovalRequest.StepState state, @Nullable UUID by, String name, @Nullable String decidedFor, @Nullable String comment, OffsetDateTime now) {
        jdbc.sql("""
                        update approval_step set state = :state, decided_by = :by, decided_name = :name, decided_for = :for, comment = :comment, decided_at = :now
                         where id = :id
                        """)
                .param("state", state.name()).param("by", by).param("name", name).param("for", decidedFor).param("comment", comment).param("now", now)
                .param("id", step.id()).update();
    }

    void settle(UUID request, ApprovalRequest.State state, OffsetDateTime now) {
        boolean over = state != ApprovalRequest.State.WAITING;
        jdbc.sql("update approval_request set state = :state, decided_at = :decided, version = version + 1 where id = :id")
                .param("state", state.name()).param("decided", over ? now : null).param("id", request).update();
        if (over) {
            jdbc.sql("update approval_step set state = 'OBSOLETE' where request_id = :id and state in ('LATER', 'OPEN')").param("id", request).update();
        }
    }

    /** Steps that have waited too long. */
    List<StepRow> overdue(OffsetDateTime now) {
        return jdbc.sql("select * from approval_step where state = 'OPEN' and escalated_at is null and escalate_at <= :now order by escalate_at limit 500 for update skip locked")
                .param("now", now).query(StepRow.class).list();
    }

    void escalate(StepRow step, OffsetDateTime now) {
        jdbc.sql("update approval_step set escalated_at = :now where id = :id").param("now", now).param("id", step.id()).update();
    }
}

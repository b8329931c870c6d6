package io.tradelane.trading.sourcing;

import io.tradelane.trading.shared.Ids;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is invited, and what they ask. A supplier's row is the lock under which its quotation and the award meet. */
@Repository
class InviteeRepository {
    private final JdbcClient jdbc;

    InviteeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a supplier's transaction only its own. */
    List<InviteeRow> of(UUID rfq) {
        return jdbc.sql("select * from rfq_invitee where rfq_id = :rfq order by id").param("rfq", rfq).query(InviteeRow.class).list();
    }

    List<InviteeRow> lockAll(UUID rfq) {
        return jdbc.sql("select * from rfq_invitee where rfq_id = :rfq order by id for update").param("rfq", rfq).query(InviteeRow.class).list();
    }

    Optional<InviteeRow> lock(UUID rfq, UUID supplier) {
        return jdbc.sql("select * from rfq_invitee where rfq_id = :rfq and supplier_org_id = :supplier for update")
                .param("rfq", rfq)
                .param("supplier", supplier)
                .query(InviteeRow.class)
                .optional();
    }

    void move(InviteeRow invitee, InviteeState to, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("""
                        update rfq_invitee set state = :to, reason = :reason,
                            viewed_at = case when :to in ('VIEWED', 'DECLINED', 'QUOTED') then coalesce(viewed_at, :now) else viewed_at end,
                            answered_at = case when :to in ('DECLINED', 'QUOTED') then :now else answered_at end
                        where id = :id
                        """)
                .param("id", invitee.id())
                .param("to", to.name())
                .param("reason", reason)
                .param("now", now)
                .update();
    }

    void sent(UUID rfq, UUID supplier, UUID outbox) {
        jdbc.sql("update rfq_invitee set outbox_id = :outbox where rfq_id = :rfq and supplier_org_id = :supplier")
                .param("outbox", outbox)
                .param("rfq", rfq)
                .param("supplier", supplier)
                .update();
    }

    void shortlist(UUID rfq, Collection<UUID> suppliers) {
        jdbc.sql("update rfq_invitee set shortlisted = supplier_org_id = any (cast(:suppliers as uuid[])) where rfq_id = :rfq")
                .param("rfq", rfq)
                .param("suppliers", suppliers.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    UUID ask(InviteeRow invitee, @Nullable String lineNumber, String question, OffsetDateTime now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into rfq_question (id, rfq_id, buyer_org_id, supplier_org_id, line_number, question, asked_at)
                        values (:id, :rfq, :buyer, :supplier, :line, :question, :now)
                        """)
                .param("id", id)
                .param("rfq", invitee.rfqId())
                .param("buyer", invitee.buyerOrgId())
                .param("supplier", invitee.supplierOrgId())
                .param("line", lineNumber)
                .param("question", question)
                .param("now", now)
                .update();
        return id;
    }

    /** @return whether it was open; everybody invited reads question and answer from now on */
    boolean answer(UUID rfq, UUID question, String answer, OffsetDateTime now) {
        boolean open = jdbc.sql("update rfq_question set answered_at = :now where id = :id and rfq_id = :rfq and answered_at is null")
                .param("id", question)
                .param("rfq", rfq)
                .param("now", now)
                .update() == 1;
        if (open) {
            jdbc.sql("""
                            insert into rfq_addendum (id, rfq_id, question_id, line_number, question, answer, at)
                            select :id, rfq_id, id, line_number, question, :answer, :now from rfq_question where id = :question
                            """)
                    .param("id", Ids.next())
                    .param("question", question)
                    .param("answer", answer)
                    .param("now", now)
                    .update();
        }
        return open;
    }
}

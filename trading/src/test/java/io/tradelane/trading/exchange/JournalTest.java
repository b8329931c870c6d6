package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class JournalTest extends TestDatabase {
    @Autowired Journal journal;
    private UUID buyer;
    private final UUID order = Ids.next();

    @BeforeEach
    void threeSteps() {
        buyer = organisation("Journal buyer", Kind.BUYER);
        inTransaction(person(buyer), () -> {
            record(null, "PLACED", "OPEN", Map.of("total", "100.00 EUR", "备注", "急\n\"!\"\\\u0001"));
            record("OPEN", "CONFIRMED", "AGREED", Map.of());
            record("AGREED", "CLOSED", "CLOSED", Map.of());
        });
    }

    @AfterEach
    void removeWhatWasBroken() {
        superuser().sql("delete from state_transition where entity_id = :id").param("id", order).update();
        superuser().sql("delete from state_chain where entity_id = :id").param("id", order).update();
    }

    @Test
    void theTimelineTellsWhoDidWhatInOrder() {
        assertThat(hub(() -> journal.timeline("PURCHASE_ORDER", order))).extracting(TimelineEntry::event, TimelineEntry::actor, TimelineEntry::seq)
                .containsExactly(tuple("PLACED", "Somebody", 1L),
                        tuple("CONFIRMED", "Somebody", 2L), tuple("CLOSED", "Somebody", 3L));
        UUID stranger = organisation("Stranger", Kind.BUYER);
        assertThat(in(person(stranger), () -> journal.timeline("PURCHASE_ORDER", order))).isEmpty();
        assertThat(hub(() -> journal.verify("PURCHASE_ORDER", order))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update state_transition set details = '{\"total\":\"1.00 EUR\"}' where entity_id = :id and seq = 1",
        "update state_transition set actor_name = 'Nobody' where entity_id = :id and seq = 2",
        "update state_transition set at = at + interval '1 microsecond' where entity_id = :id and seq = 2",
        "delete from state_transition where entity_id = :id and seq = 2",
        "delete from state_transition where entity_id = :id and seq = 3",
        "delete from state_transition where entity_id = :id",
        "update state_transition set seq = case seq when 1 then 102 else 101 end where entity_id = :id and seq < 3",
        "delete from state_chain where entity_id = :id",
        "update state_chain set seq = 2, hash = (select hash from state_transition where entity_id = :id and seq = 2) where entity_id = :id",
        "insert into state_transition select gen_random_uuid(), entity_type, entity_id, 4, from_state, event, to_state, actor_name, actor_user_id, "
                + "actor_org_id, source, interchange_id, message_id, visible_to, details, at, prev_hash, hash from state_transition where entity_id = :id and seq = 3"
    })
    void everyTamperingIsFound(String tampering) {
        boolean inserts = tampering.startsWith("insert");
        if (inserts) {
            superuser().sql("alter table state_transition disable trigger chain").update();
        }
        superuser().sql(tampering).param("id", order).update();
        if (inserts) {
            superuser().sql("alter table state_transition enable trigger chain").update();
        }
        assertThat(hub(() -> journal.verify("PURCHASE_ORDER", order))).isFalse();
        assertThat(hub(() -> journal.verifyAll()).broken()).extracting(Journal.Verification.Broken::entityId).containsOnly(order);
    }

    @Test
    void theApplicationCannotChangeWhatHappened() {
        for (String sql : new String[] {"update state_transition set event = 'X'", "delete from state_transition", "update state_chain set seq = 0",
            "insert into state_chain values ('A', gen_random_uuid(), 1, '', '')", "update payload set content = ''", "delete from interchange",
            "update delivery_attempt set detail = ''"}) {
            assertThatThrownBy(() -> inTransaction(Actor.hub(), () -> jdbc.sql(sql).update()))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void manyWritersMakeOneChain() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 100; i++) {
                threads.execute(() -> inTransaction(person(buyer), () -> record("CLOSED", "LOOKED_AT", null, Map.of())));
            }
        }
        assertThat(hub(() -> journal.timeline("PURCHASE_ORDER", order))).hasSize(103);
        assertThat(hub(() -> journal.verify("PURCHASE_ORDER", order))).isTrue();
    }

    private void record(String from, String event, String to, Map<String, String> details) {
        journal.record(new Entry("PURCHASE_ORDER", order, from, event, to, null, null, Set.of(buyer), details));
    }
}

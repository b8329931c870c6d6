package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Journal.Verification;
import io.tradelane.trading.exchange.Journal.Verification.Broken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes every hash again, here and not in the database, from the columns as text: a second implementation of
 * {@code chain_state_transition} in V004. A chain is whole if it runs from 1 without a gap to the head in {@code state_chain}.
 */
@Component
class JournalVerifier {
    private static final String[] HASHED = {
        "id", "entity_type", "entity_id", "from_state", "event", "to_state", "actor_name", "actor_user_id", "actor_org_id", "source",
        "interchange_id", "message_id", "visible_to", "details", "at"
    };
    private static final String ROWS = """
            select h.entity_type as chain_type, h.entity_id as chain_id, h.seq as head_seq, h.hash as head_hash, t.prev_hash, t.hash,
                   t.id::text, t.entity_type, t.entity_id::text, t.seq::text, t.from_state, t.event, t.to_state, t.actor_name,
                   t.actor_user_id::text, t.actor_org_id::text, t.source, t.interchange_id::text, t.message_id::text,
                   array_to_string(t.visible_to, ',') as visible_to, t.details::text, (extract(epoch from t.at) * 1000000)::bigint::text as at
              from (%s) h
              left join state_transition t on t.entity_type = h.entity_type and t.entity_id = h.entity_id
             order by h.entity_type, h.entity_id, t.seq
            """;
    private static final int STRETCH = 1_000;
    private final JdbcClient jdbc;

    JournalVerifier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Verification verify(String entityType, UUID entityId) {
        Walk walk = new Walk();
        jdbc.sql(ROWS.formatted("select * from state_chain where entity_type = :entityType and entity_id = :entityId"))
                .param("entityType", entityType)
                .param("entityId", entityId)
                .query(walk::row);
        walk.end();
        boolean headless = walk.entities == 0
                && jdbc.sql("select exists (select 1 from state_transition where entity_type = :entityType and entity_id = :entityId)")
                        .param("entityType", entityType)
                        .param("entityId", entityId)
                        .query(Boolean.class)
                        .single();
        return headless ? new Verification(0, List.of(new Broken(entityType, entityId, 0))) : walk.verification();
    }

    Verification verifyAll() {
        Walk walk = new Walk();
        String type = "";
        UUID id = new UUID(0, 0);
        for (long before = -1; before != walk.entities; ) {
            before = walk.entities;
            jdbc.sql(ROWS.formatted("select * from state_chain where (entity_type, entity_id) > (:type, :id) order by entity_type, entity_id limit " + STRETCH))
                    .param("type", type)
                    .param("id", id)
                    .query(walk::row);
            if (walk.id != null) {
                type = walk.type;
                id = walk.id;
            }
        }
        walk.end();
        jdbc.sql("""
                        select distinct t.entity_type, t.entity_id from state_transition t
                         where not exists (select 1 from state_chain h where h.entity_type = t.entity_type and h.entity_id = t.entity_id)
                        """)
                .query((row, n) -> new Broken(row.getString(1), row.getObject(2, UUID.class), 0))
                .list()
                .forEach(walk.broken::add);
        return walk.verification();
    }

    /** Goes along the rows of chain after chain. */
    private static final class Walk {
        private final List<Broken> broken = new ArrayList<>();
        private long entities;
        private String type = "";
        private @Nullable UUID id;
        private long seq;
        private byte[] hash = new byte[0];
        private long headSeq;
        private byte[] headHash = new byte[0];
        private boolean good = true;

        void row(ResultSet row) throws SQLException {
            UUID chain = row.getObject("chain_id", UUID.class);
            if (!chain.equals(id) || !row.getString("chain_type").equals(type)) {
                end();
                entities++;
                type = row.getString("chain_type");
                id = chain;
                headSeq = row.getLong("head_seq");
                headHash = row.getBytes("head_hash");
                seq = 0;
                hash = new byte[0];
                good = true;
            }
            if (row.getString("seq") == null || !good) {
                return;
            }
            byte[] expected = JournalLink.hash(hash, hashedTexts(row));
            boolean fits = row.getLong("seq") == seq + 1
                    && Arrays.equals(row.getBytes("prev_hash"), hash)
                    && Arrays.equals(row.getBytes("hash"), expected);
            if (!fits) {
                breaks(seq + 1);
            }
            seq++;
            hash = expected;
        }

        void end() {
            if (id != null && good && (seq != headSeq || !Arrays.equals(hash, headHash))) {
                breaks(seq + 1);
            }
        }

        private void breaks(long at) {
            good = false;
            broken.add(new Broken(type, Objects.requireNonNull(id), at));
        }

        Verification verification() {
            return new Verification(entities, List.copyOf(broken));
        }
    }

    private static List<@Nullable String> hashedTexts(ResultSet row) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        for (String column : HASHED) {
            texts.add(row.getString(column));
        }
        return texts;
    }

    /** The rows of one chain as they are hashed, oldest first; empty where there is none. */
    List<JournalLink> links(String entityType, UUID entityId) {
        return jdbc.sql(ROWS.formatted("select * from state_chain where entity_type = :entityType and entity_id = :entityId"))
                .param("entityType", entityType)
                .param("entityId", entityId)
                .query((row, n) -> new JournalLink(row.getLong("seq"), hashedTexts(row), HexFormat.of().formatHex(row.getBytes("hash"))))
                .list();
    }
}

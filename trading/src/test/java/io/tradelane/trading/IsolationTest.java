package io.tradelane.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Canaries behind the wall: three organisations have a row in every table, and each sees its own, the operator all, nobody
 * anything without a scope. The rows are put in by the superuser, with their references unchecked.
 */
class IsolationTest extends TestDatabase {
    /** How to make a row of an organisation, for each table of the foundation rooms. {@code :org} and {@code :id} are given. */
    private static final Map<String, String> CANARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("membership", "(id, user_id, organisation_id, role) values (:id, :id, :org, 'AUDITOR')"),
            Map.entry("api_client", "(id, organisation_id, name, scopes, key_id, secret_hash) values (:id, :org, 'canary', '{}', :id, '')"),
            Map.entry("channel", "(id, organisation_id, name, door, direction, parameters, enabled, revision) "
                    + "values (:id, :org, 'canary', 'http', 'INBOUND', '{}', true, nextval('channel_revision'))"),
            Map.entry("channel_secret", "(channel_id, organisation_id, name, value_enc) values (:id, :org, 'canary', 'v1:')"),
            Map.entry("agreement", "(id, sender_org_id, receiver_org_id, document_type) "
                    + "values (:id, :org, :org, 'CANARY')"),
            Map.entry("agreement_version", "(id, agreement_id, number, status, terms, changed_by, changed_at) "
                    + "values (:id, :id, 1, 'DRAFT', '{}', 'X', now())"),
            Map.entry("partner_certificate", "(id, organisation_id, alias, use, certificate_pem, fingerprint, valid_from, valid_to) "
                    + "values (:id, :org, 'canary', 'SIGN', 'X', :id, now(), now())"),
            Map.entry("organisation_contact", "(id, organisation_id, role, name) values (:id, :org, 'TECHNICAL', 'canary')"),
            Map.entry("certificate_confirmation", "(id, certificate_id, organisation_id) values (:id, :id, :org)"),
            Map.entry("payload", "(id, organisation_id, media_type, size, sha256) values (:id, :org, 'x/y', 0, '')"),
            Map.entry("payload_chunk", "(payload_id, seq, content) values (:id, 0, '')"),
            Map.entry("interchange", "(id, direction, organisation_id, door, payload_id, media_type, size, sha256, status, received_at) "
                    + "values (:id, 'INBOUND', :org, 'http', :id, 'x/y', 0, '', 'PROCESSED', now())"),
            Map.entry("message", "(id, interchange_id, direction, organisation_id, index, siblings, reference, type, version, business_keys, search_text, search_parts, status, byte_start, byte_end, created_at) "
                    + "values (:id, :id, 'INBOUND', :org, 0, 1, '1', 'ORDERS', 'D96A', '{}', '', '', 'APPLIED', 0, 0, now())"),
            Map.entry("outbox", "(id, from_org_id, to_org_id, document_type, document, business_key, idempotency_key, status, next_attempt_at, created_at) "
                    + "values (:id, :org, :org, 'ORDER', '{}', 'X', :id, 'PORTAL', now(), now())"),
            Map.entry("control_number", "(from_org_id, to_org_id, kind, last) values (:org, :org, 'CANARY', 1)"),
            Map.entry("control_watch", "(id, organisation_id, format, sender, recipient, prefix, test, first, highest, last_at) "
                    + "values (:id, :org, 'X', 'X', 'X', '', false, 1, 1, now())"),
            Map.entry("control_gap", "(id, watch_id, organisation_id, first, last, noticed_at) values (:id, :id, :org, 1, 1, now())"),
            Map.entry("acknowledgement", "(id, organisation_id, kind, interchange_id, accepted, at) values (:id, :org, 'CONTRL', :id, true, now())"),
            Map.entry("delivery_attempt", "(id, interchange_id, organisation_id, number, at, outcome) values (:id, :id, :org, 1, now(), 'SENT')"),
            Map.entry("partner_limit", "(organisation_id, depth) values (:org, 5)"),
            Map.entry("channel_breaker", "(channel_id, organisation_id, state, failures, since) values (:id, :org, 'CLOSED', 0, now())"),
            Map.entry("maintenance_window", "(id, organisation_id, reason, zone, starts_at, ends_at, inbound) "
                    + "values (:id, :org, 'canary', 'UTC', now(), now() + interval '1 hour', 'ACCEPT')"),
            Map.entry("state_transition", "(id, entity_type, entity_id, event, actor_name, source, visible_to, details, at) "
                    + "values (:id, 'CANARY', :id, 'X', 'X', 'HUB', array[cast(:org as uuid)], '{}', now())"),
            Map.entry("obligation", "(id, kind, subject_id, debtor_org_id, creditor_org_id, number, deal, opened_at, due_at) "
                    + "values (:id, 'INVOICE', :id, :org, :org, 'X', 'X', now(), now())"),
            Map.entry("obligation_term", "(id, kind, creditor_org_id, minutes) values (:id, 'INVOICE', :org, 1)"),
            Map.entry("alert_rule", "(id, organisation_id, name, watch, threshold, window_minutes, channel_id, locale, zone, created_by, created_at) "
                    + "values (:id, :org, 'canary', 'OVERDUE', 1, 1, :id, 'en', 'UTC', 'X', now())"),
            Map.entry("alert_episode", "(id, rule_id, organisation_id, opened_at, value, peak) values (:id, :id, :org, now(), 1, 1)"),
            Map.entry("notice", "(id, organisation_id, kind, target, subject, body, facts, status, next_attempt_at, created_at) "
                    + "values (:id, :org, 'TEST', '', 'X', 'X', '{}', 'SENT', now(), now())"),
            Map.entry("saved_search", "(id, organisation_id, name, query, created_by, created_at) values (:id, :org, 'canary', '{}', 'X', now())"),
            Map.entry("incident", "(id, cause, status, organisation_id, args, raised_at, last_at) "
                    + "values (:id, 'CANARY', 'CLOSED', :org, '{}', now(), now())"),
            Map.entry("correction", "(id, incident_id, original_id, organisation_id, payload_id, status, second_person, reason, findings, errors, author, author_name, proposed_at) "
                    + "values (:id, :id, :id, :org, :id, 'WAITING', true, 'X', '[]', 0, 'X', 'X', now())"),
            Map.entry("correction_rule", "(id, sender_org_id, second_person) values (:id, :org, true)")));
    /** No rows of an organisation: the directory, people (by membership), and what only the hub and verifiers read. */
    private static final List<String> OTHERS =
            List.of("organisation", "organisation_identifier", "app_user", "interchange_identity", "state_chain", "flyway_schema_history");

    @Autowired PlatformTransactionManager transactions;

    @Test
    void everyTableShowsEachOrganisationItsOwnRowsOnly() {
        Map<UUID, UUID> canaries = Map.of(
                organisation("Canary A", Kind.BUYER), Ids.next(), organisation("Canary B", Kind.SUPPLIER), Ids.next(), organisation("Canary C", Kind.BANK), Ids.next());
        CANARIES.forEach((table, row) -> canaries.forEach((organisation, id) -> plant(table, row, organisation, id)));
        try {
            CANARIES.keySet().forEach(table -> {
                canaries.forEach((organisation, id) -> assertThat(in(person(organisation), () -> seen(table, canaries)))
                        .as("%s as an organisation", table)
                        .isEqualTo(1));
                assertThat(in(operator(), () -> seen(table, canaries))).as("%s as operator", table).isEqualTo(3);
                assertThat(in(auditor(), () -> seen(table, canaries))).as("%s as auditor", table).isEqualTo(3);
                assertThat(in(Actor.hub(), () -> seen(table, canaries))).as("%s as hub", table).isEqualTo(3);
                assertThat(unscoped(table, canaries)).as("%s without scope", table).isZero();
            });
        } finally {
            CANARIES.keySet().forEach(table -> canaries.forEach((organisation, id) -> remove(table, organisation, id)));
        }
    }

    @Test
    void everyTableIsEitherWatchedOrNamedAsOneWithoutTenants() {
        List<String> foundation = superuser().sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                         and coalesce(obj_description(oid, 'pg_class'), '') not like 'shared:%'
                        """).query(String.class).list();
        assertThat(foundation).containsAll(CANARIES.keySet()).containsAll(OTHERS);
        List<String> open = superuser().sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                         and not (relrowsecurity and relforcerowsecurity) and coalesce(obj_description(oid, 'pg_class'), '') not like 'shared:%'
                        """).query(String.class).list();
        assertThat(open).containsExactly("flyway_schema_history");
    }

    @Test
    void anOrganisationCannotWriteRowsOfAnother() {
        UUID mine = organisation("Mine", Kind.BUYER);
        UUID other = organisation("Other", Kind.BUYER);
        assertThatThrownBy(() -> inTransaction(person(mine), () -> insertClient(other))).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> Tenancy.run(person(mine), () -> insertClientWithoutTransaction(mine))).hasStackTraceContaining("row-level security");
        inTransaction(person(mine), () -> insertClient(mine));
        inTransaction(person(mine), () -> assertThat(jdbc.sql("update api_client set name = 'x' where organisation_id = :other").param("other", other).update()).isZero());
    }

    @Test
    void anAuditorWritesNothing() {
        UUID mine = organisation("Audited", Kind.BUYER);
        assertThatThrownBy(() -> inTransaction(auditor(), () -> insertClient(mine))).hasStackTraceContaining("row-level security");
        inTransaction(Actor.hub(), () -> insertClient(mine));
        inTransaction(auditor(), () -> assertThat(jdbc.sql("update api_client set name = 'x' where organisation_id = :mine").param("mine", mine).update()).isZero());
    }

    @Test
    void anInnerActorHoldsUntilItsCallReturnsAlsoInARunningTransaction() {
        UUID mine = organisation("Nested mine", Kind.BUYER);
        UUID other = organisation("Nested other", Kind.BUYER);
        inTransaction(Actor.hub(), () -> {
            insertClient(mine);
            insertClient(other);
        });
        inTransaction(person(mine), () -> {
            assertThat(clients(mine, other)).isEqualTo(1);
            assertThat(Tenancy.call(Actor.hub(), () -> clients(mine, other))).isEqualTo(2);
            assertThat(Tenancy.<Integer>call(Actor.hub(), () -> {
                TransactionTemplate another = new TransactionTemplate(transactions);
                another.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
                return another.execute(status -> clients(mine, other));
            })).isEqualTo(2);
            assertThat(clients(mine, other)).isEqualTo(1);
        });
    }

    private int clients(UUID one, UUID two) {
        return jdbc.sql("select count(*) from api_client where organisation_id in (:one, :two)").param("one", one).param("two", two).query(Integer.class).single();
    }

    private void insertClient(UUID organisation) {
        jdbc.sql("insert into api_client " + CANARIES.get("api_client").replace(":id, ''", ":text, ''"))
                .param("id", Ids.next())
                .param("text", unique("key"))
                .param("org", organisation)
                .update();
    }

    private void insertClientWithoutTransaction(UUID organisation) {
        insertClient(organisation);
    }

    private int seen(String table, Map<UUID, UUID> canaries) {
        String rows = switch (table) {
            case "control_number" -> "kind = 'CANARY' and from_org_id::text in (" + list(canaries.keySet()) + ")";
            case "partner_limit" -> "organisation_id::text in (" + list(canaries.keySet()) + ")";
            case "channel_secret", "channel_breaker" -> "channel_id::text in (" + list(canaries.values()) + ")";
            case "payload_chunk" -> "payload_id::text in (" + list(canaries.values()) + ")";
            default -> "id::text in (" + list(canaries.values()) + ")";
        };
        return jdbc.sql("select count(*) from " + table + " where " + rows).query(Integer.class).single();
    }

    private int unscoped(String table, Map<UUID, UUID> canaries) {
        return seen(table, canaries);
    }

    private static String list(Iterable<UUID> ids) {
        return StreamSupport.stream(ids.spliterator(), false).map(id -> "'" + id + "'").collect(Collectors.joining(","));
    }

    /** References are switched off for this session; a canary points to nothing. */
    private static void plant(String table, String row, UUID organisation, UUID id) {
        unchecked("insert into " + table + " " + row.replace(":id", "'" + id + "'").replace(":org", "'" + organisation + "'"));
    }

    private static void remove(String table, UUID organisation, UUID id) {
        unchecked("delete from " + table + " where " + switch (table) {
            case "control_number" -> "from_org_id = '" + organisation + "'";
            case "partner_limit" -> "organisation_id = '" + organisation + "'";
            case "channel_secret", "channel_breaker" -> "channel_id = '" + id + "'";
            case "payload_chunk" -> "payload_id = '" + id + "'";
            default -> "id = '" + id + "'";
        });
    }

    private static void unchecked(String sql) {
        String chained = sql.startsWith("insert into state_transition")
                ? sql.replace("(id,", "(seq, prev_hash, hash, id,").replace("values (", "values (1, '', '', ")
                : sql;
        superuser().sql("do $do$ begin perform set_config('session_replication_role', 'replica', true); " + chained + "; end $do$").update();
    }
}

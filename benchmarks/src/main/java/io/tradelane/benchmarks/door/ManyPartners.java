package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Companies like Brightline, each with a key to post by, and an address of its own to which the hub sends its CONTRL. */
final class ManyPartners {
    private static final String SECRET = "isolation";

    private ManyPartners() {}

    /** @param key for the HTTP door */
    record One(int number, UUID organisation, UUID channel, String gln, String key) {}

    /** @param addresses where each is sent to, by number */
    static List<One> make(Connection superuser, List<String> addresses) throws SQLException, IOException {
        superuser.setAutoCommit(false);
        try {
            List<One> made = new ArrayList<>();
            for (int i = 0; i < addresses.size(); i++) {
                made.add(one(superuser, i, addresses.get(i)));
            }
            superuser.commit();
            return made;
        } finally {
            superuser.setAutoCommit(true);
        }
    }

    private static One one(Connection superuser, int number, String address) throws SQLException, IOException {
        String gln = withCheckDigit(String.format(Locale.ROOT, "429999%06d", number));
        String name = String.format(Locale.ROOT, "Isolation %03d", number);
        UUID known = find(superuser, "select organisation_id from organisation_identifier where value = '" + gln + "'");
        UUID organisation = known == null ? UUID.randomUUID() : known;
        String keyId = "isolation" + number;
        if (known == null) {
            run(superuser, "insert into organisation (id, name, kind, gln, currency) values (?, ?, 'BUYER', ?, 'EUR')", organisation, name, gln);
            run(superuser, "insert into organisation_identifier (id, organisation_id, scheme, value) select gen_random_uuid(), ?, scheme,"
                    + " replace(value, '4001234000022', ?) from organisation_identifier where value like '%4001234000022%'", organisation, gln);
            run(superuser, "insert into api_client (id, organisation_id, name, scopes, key_id, secret_hash) select gen_random_uuid(), ?, ?, scopes, ?, ?"
                    + " from api_client where organisation_id = " + BRIGHTLINE + " limit 1", organisation, name, keyId, sha256());
            run(superuser, "insert into channel (id, organisation_id, name, door, direction, parameters, enabled, revision)"
                    + " values (gen_random_uuid(), ?, ?, 'http', 'OUTBOUND', '{}', true, nextval('channel_revision'))", organisation, name);
            run(superuser, "with usual as (select * from agreement_in_force where receiver_org_id = " + BRIGHTLINE
                    + " and document_type = 'SYNTAX_ACKNOWLEDGEMENT' and ended_at is null),"
                    + " made as (insert into agreement (id, sender_org_id, receiver_org_id, document_type)"
                    + " select gen_random_uuid(), sender_org_id, ?, document_type from usual returning id, sender_org_id)"
                    + " insert into agreement_version (id, agreement_id, number, status, valid_from, changed_by, changed_at, terms)"
                    + " select gen_random_uuid(), made.id, 1, 'ACTIVE', now(), 'benchmark', now(), usual.terms || jsonb_build_object("
                    + " 'channel', (select id from channel where name = ?), 'receiverId', cast(? as text))"
                    + " from made join usual on usual.sender_org_id = made.sender_org_id", organisation, name, gln);
        }
        run(superuser, "update channel set parameters = jsonb_build_object('url', cast(? as text)), revision = nextval('channel_revision') where name = ?", address, name);
        UUID channel = find(superuser, "select id from channel where name = '" + name + "'");
        return new One(number, organisation, channel, gln, "tl_" + keyId + "_" + SECRET);
    }

    private static final String BRIGHTLINE = "(select id from organisation where gln = '4001234000022')";

    static UUID find(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getObject(1, UUID.class) : null;
        }
    }

    static void run(Connection superuser, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] sha256() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    /** GS1 General Specifications, section 7.9: weights 3 and 1 from the right. */
    private static String withCheckDigit(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}

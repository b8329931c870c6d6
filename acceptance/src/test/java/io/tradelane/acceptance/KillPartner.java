package io.tradelane.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A company that trades by one door only: its order comes in by it, and the CONTRL for the order goes out by it.
 *
 * @param user its name at this door, of small letters and digits
 * @param id of its message, the same on every repeat
 */
record KillPartner(String door, UUID organisation, UUID inbound, String gln, String user, String id, KillDocument order) {

    static KillPartner of(String door, int number, Instant begun) throws Exception {
        String run = Long.toString(begun.getEpochSecond(), Character.MAX_RADIX);
        String gln = withCheckDigit("43" + begun.getEpochSecond() % 1_000_000_000L + number);
        String user = "kill-" + door.replace("-", "") + "-" + run;
        KillDocument order = KillDocument.of(KillDocument.Door.HTTP, door, "PO-" + user, ("D" + run + number).toUpperCase(Locale.ROOT));
        byte[] own = new String(order.bytes(), StandardCharsets.UTF_8).replace("4001234000022", gln).getBytes(StandardCharsets.UTF_8);
        return new KillPartner(door, UUID.randomUUID(), UUID.randomUUID(), gln, user, UUID.randomUUID().toString(),
                new KillDocument(order.door(), order.name(), order.number(), order.reference(), order.idempotencyKey(), own));
    }

    KillPartner at(UUID channel) {
        return new KillPartner(door, organisation, channel, gln, user, id, order);
    }

    /** What a CONTRL for the order says. */
    String answer() {
        return "UCI+" + order.reference() + "+";
    }

    /** Makes the company. */
    String company() {
        return """
                insert into organisation (id, name, kind, gln, currency) values ('%1$s', '%2$s', 'BUYER', '%3$s', 'EUR');
                insert into organisation_identifier (id, organisation_id, scheme, value)
                  select gen_random_uuid(), '%1$s', scheme, replace(value, '4001234000022', '%3$s') from organisation_identifier where value like '%%4001234000022%%';
                """.formatted(organisation, user, gln);
    }

    /** By which Beichen's CONTRL goes to it. */
    String agreement(UUID outbound) {
        return """
                with usual as (
                  select * from agreement_in_force where receiver_org_id = (select id from organisation where gln = '4001234000022')
                     and document_type = 'SYNTAX_ACKNOWLEDGEMENT' and ended_at is null),
                made as (
                  insert into agreement (id, sender_org_id, receiver_org_id, document_type)
                  select gen_random_uuid(), sender_org_id, '%1$s', document_type from usual returning id, sender_org_id)
                insert into agreement_version (id, agreement_id, number, status, valid_from, changed_by, changed_at, terms)
                select gen_random_uuid(), made.id, 1, 'ACTIVE', now(), 'test', now(),
                       usual.terms || jsonb_build_object('channel', '%2$s', 'receiverId', '%3$s')
                  from made join usual on usual.sender_org_id = made.sender_org_id
                """.formatted(organisation, outbound, gln);
    }

    /** GS1 General Specifications, section 7.9. */
    private static String withCheckDigit(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}

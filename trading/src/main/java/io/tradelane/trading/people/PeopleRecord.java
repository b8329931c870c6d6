package io.tradelane.trading.people;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.PartnerRecord;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who changed who may do what, in the transaction of the change; who signed in, and who tried. */
@Component
class PeopleRecord {
    static final String PERSON = "PERSON";
    static final String INVITATION = "PERSON_INVITATION";
    private final Journal journal;

    PeopleRecord(Journal journal) {
        this.journal = journal;
    }

    /** Seen by the people of that company. */
    void changed(UUID organisation, UUID user, String event, Map<String, String> details) {
        record(PERSON, user, event, Set.of(organisation), details);
    }

    void invited(UUID organisation, UUID invitation, String event, Map<String, String> details) {
        record(INVITATION, invitation, event, Set.of(organisation), details);
    }

    /** Of her account: seen by every company that she works for. */
    void account(UUID user, Set<UUID> organisations, String event, Map<String, String> details) {
        record(PERSON, user, event, organisations, details);
    }

    void policy(UUID organisation, Map<String, String> details) {
        record(PartnerRecord.PARTNER, organisation, "ACCESS_POLICY_CHANGED", Set.of(organisation), details);
    }

    private void record(String type, UUID id, String event, Set<UUID> visibleTo, Map<String, String> details) {
        Tenancy.run(Tenancy.current().asHub(), () -> journal.record(List.of(new Entry(type, id, null, event, null, null, null, visibleTo, details))));
    }
}

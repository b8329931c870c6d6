package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.PartnerRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who changed what is agreed, and what is known of partners. */
@Component
class PartnerJournal implements PartnerRecord {
    private final Journal journal;

    PartnerJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void changed(AgreementKey agreement, String event, Map<String, String> details) {
        journal.record(new Entry(AGREEMENT, agreement.id(), null, event, null, null, null,
                Stream.of(agreement.sender(), agreement.receiver()).filter(Objects::nonNull).collect(Collectors.toSet()), details));
    }

    @Override
    public void changed(UUID partner, String event, Map<String, String> details) {
        journal.record(new Entry(PARTNER, partner, null, event, null, null, null, Set.of(partner), details));
    }
}

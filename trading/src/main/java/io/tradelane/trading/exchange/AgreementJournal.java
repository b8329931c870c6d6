package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.AgreementRecord;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who changed what is agreed. */
@Component
class AgreementJournal implements AgreementRecord {
    private final Journal journal;

    AgreementJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void changed(AgreementKey agreement, String event, Map<String, String> details) {
        journal.record(new Entry(AgreementRecord.ENTITY, agreement.id(), null, event, null, null, null,
                Stream.of(agreement.sender(), agreement.receiver()).filter(Objects::nonNull).collect(Collectors.toSet()), details));
    }
}

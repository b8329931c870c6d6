package io.tradelane.trading.admission;

import io.tradelane.trading.admission.AdmissionState.Event;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one way in which an admission moves, and its line in the journal; seen by who runs the hub. */
@Component
class AdmissionRecord {
    static final String ADMISSION = "ADMISSION";
    private final AdmissionRepository repository;
    private final Journal journal;

    AdmissionRecord(AdmissionRepository repository, Journal journal) {
        this.repository = repository;
        this.journal = journal;
    }

    /** The caller has asked {@link AdmissionState#after} before. */
    void move(Admission admission, Event event, Map<String, String> details) {
        AdmissionState to = admission.state().after(event).orElseThrow();
        repository.move(admission.id(), to);
        Tenancy.run(Tenancy.current().asHub(), () -> journal.record(new Entry(ADMISSION, admission.id(), admission.state().name(), event.name(), to.name(), null, null, Set.of(), details)));
    }

}

package io.tradelane.routes.exchange;

import io.tradelane.trading.exchange.RetentionRuns;
import io.tradelane.trading.partner.Tenancy;
import org.springframework.stereotype.Component;

/** Takes the next batches of the jobs over all stored bytes; what is old goes to the archive by itself. */
@Component
public class RetentionRunner {
    private static final int BATCHES = 5;
    private final RetentionRuns runs;

    RetentionRunner(RetentionRuns runs) {
        this.runs = runs;
    }

    public void turn() {
        Tenancy.run(Tenancy.Actor.hub(), () -> {
            runs.archiveWhatIsOld();
            for (int i = 0; i < BATCHES && runs.advance(); i++) {
                // each is a transaction of its own
            }
        });
    }
}

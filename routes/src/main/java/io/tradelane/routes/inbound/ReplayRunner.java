package io.tradelane.routes.inbound;

import io.tradelane.trading.incident.ReplayWork;
import io.tradelane.trading.partner.Tenancy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Once a second takes the next transmissions of what a person wants to see or to have done once more, as many as that person said. */
@Component
public class ReplayRunner {
    private final ReplayWork work;
    private final ReplayWork.Trial trial;

    ReplayRunner(ReplayWork work, ReplayWork.Trial trial) {
        this.work = work;
        this.trial = trial;
    }

    public void turn() {
        Tenancy.run(Tenancy.Actor.hub(), () -> {
            int most = work.pace();
            if (most > 0) {
                take(most, work::advance);
                take(most, () -> work.preview(trial));
            }
        });
    }

    private static void take(int most, BooleanSupplier one) {
        for (int i = 0; i < most && one.getAsBoolean(); i++) {
            // each is a transaction of its own, between two of which a person may stop it
        }
    }
}

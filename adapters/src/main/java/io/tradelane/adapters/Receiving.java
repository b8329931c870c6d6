package io.tradelane.adapters;

import io.tradelane.trading.exchange.Receipt;
import java.io.IOException;

/** The step of an inbound route: what arrived is stored. */
public final class Receiving {
    private final Intake intake;

    Receiving(Intake intake) {
        this.intake = intake;
    }

    public Receipt receive(Arrival arrival) throws IOException {
        return intake.take(arrival);
    }
}

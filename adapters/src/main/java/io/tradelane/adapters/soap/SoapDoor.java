package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Declares the SOAP door. It only receives: {@link BankConfirmationEndpoint}. */
@Component
class SoapDoor implements Door {
    static final String NAME = "soap";

    private final Intake intake;
    private final RunningChannels running;

    SoapDoor(Intake intake, RunningChannels running) {
        this.intake = intake;
        this.running = running;
    }

    @Override
    public DoorDescription description() {
        return SoapParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(NAME, intake, null, running);
    }
}

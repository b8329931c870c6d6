package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Text;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Declares the SOAP door. It only receives: {@link BankConfirmationEndpoint}. */
@Component
class SoapDoor implements Door {
    static final String NAME = "soap";
    static final String MAX_BYTES = "maxBytes";
    static final long DEFAULT_MAX_BYTES = 20L * 1024 * 1024;

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("SOAP 服务", "SOAP"),
            new Text("银行付款确认服务,WSDL 位于 /services/BankConfirmation?wsdl",
                    "Bank confirmation service; WSDL at /services/BankConfirmation?wsdl"),
            List.of(Parameter.number(MAX_BYTES, DEFAULT_MAX_BYTES, new Text("最大字节数", "Largest notification in bytes"),
                    new Text("更大的通知以 TOO_LARGE 拒绝", "A larger one is refused with TOO_LARGE"))),
            List.of());

    private final Intake intake;
    private final RunningChannels running;

    SoapDoor(Intake intake, RunningChannels running) {
        this.intake = intake;
        this.running = running;
    }

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(NAME, intake, null, running);
    }
}

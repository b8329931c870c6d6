package io.tradelane.adapters.soap;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import java.util.List;

/** What a channel through the SOAP door declares. */
final class SoapParameters implements DoorDeclaration {
    static final String MAX_BYTES = "maxBytes";
    static final long DEFAULT_MAX_BYTES = 20L * 1024 * 1024;

    static final DoorDescription DESCRIPTION = new DoorDescription(SoapDoor.NAME, new Text("SOAP 服务", "SOAP"),
            new Text("银行付款确认服务，WSDL 位于 /services/BankConfirmation?wsdl",
                    "Bank confirmation service; WSDL at /services/BankConfirmation?wsdl"),
            List.of(Parameter.number(MAX_BYTES, DEFAULT_MAX_BYTES, new Text("最大字节数", "Largest notification in bytes"),
                    new Text("更大的通知以 TOO_LARGE 拒绝", "A larger one is refused with TOO_LARGE"))),
            List.of());

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }
}

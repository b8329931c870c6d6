package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReceipt.Evidence;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallTest;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.HTTPException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The services of this hub take documents in; a partner's service is called by {@link SoapCall}. */
@Component
class SoapDoor implements Door, OutboundDoor, ConnectionTest {
    static final String NAME = "soap";

    private final SoapCall call;
    private final CallTest test;
    private final Intake intake;
    private final RunningChannels running;

    SoapDoor(SoapCall call, CallTest test, Intake intake, RunningChannels running) {
        this.call = call;
        this.test = test;
        this.intake = intake;
        this.running = running;
    }

    @Override
    public String door() {
        return NAME;
    }

    @Override
    public DoorDescription description() {
        return SoapParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(NAME, intake, this, running);
    }

    @Override
    public void prepare(Channel channel) {
        if (channel.direction() == Direction.OUTBOUND) {
            CallParameters.check(Settings.of(SoapParameters.DESCRIPTION, channel));
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = Settings.of(SoapParameters.DESCRIPTION, channel);
        try {
            Document answer = StaxUtils.read(call.invoke(channel, settings, transmission));
            var details = new HashMap<String, String>();
            NodeList results = answer.getElementsByTagNameNS("*", settings.text(SoapParameters.RESULT));
            if (results.getLength() > 0) {
                details.put("soap.result", results.item(0).getTextContent().strip());
            }
            var text = new StringWriter();
            StaxUtils.writeTo(answer, text);
            return new DeliveryReceipt.Delivered(new Evidence("text/xml", text.toString().getBytes(StandardCharsets.UTF_8), details));
        } catch (SOAPFaultException fault) {
            return judge(fault);
        } catch (WebServiceException | IOException | XMLStreamException failed) {
            return judge(settings, failed);
        }
    }

    /** A fault of the sender stays one however often it is sent; of the receiver's it may pass (SOAP 1.1, section 4.4.1). */
    private static DeliveryReceipt judge(SOAPFaultException fault) {
        String code = fault.getFault().getFaultCodeAsQName() == null ? "" : fault.getFault().getFaultCodeAsQName().getLocalPart();
        String said = String.valueOf(fault.getFault().getFaultString());
        if (code.equals("Server") || code.equals("Receiver")) {
            throw new TransientFailure("The partner answered with a fault: " + said, fault);
        }
        return new DeliveryReceipt.Refused("The partner answered with a fault: " + said, Evidence.of(Map.of("soap.fault", code, "soap.text", said)));
    }

    private static DeliveryReceipt judge(Settings settings, Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HTTPException answer && answer.getResponseCode() / 100 == 4 && answer.getResponseCode() != 408 && answer.getResponseCode() != 429) {
                return new DeliveryReceipt.Refused("The partner answered HTTP " + answer.getResponseCode(),
                        Evidence.of(Map.of("http.status", Integer.toString(answer.getResponseCode()))));
            }
        }
        throw new TransientFailure("No answer from " + settings.text(SoapParameters.URL) + ": " + failed.getMessage(), failed);
    }

    /** With the address of a WSDL up to the WSDL, else up to the certificate. */
    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = Settings.of(SoapParameters.DESCRIPTION, channel);
        if (settings.find(SoapParameters.WSDL).isPresent()) {
            test.ask(channel, settings, URI.create(settings.text(SoapParameters.WSDL)), Map.of("Accept", "text/xml"), steps);
        } else {
            test.reach(channel, settings, URI.create(settings.text(SoapParameters.URL)), steps);
        }
    }
}

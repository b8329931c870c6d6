package io.tradelane.adapters.idoc;

import io.tradelane.adapters.ChannelTemplates;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionTest;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Door;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.OutboundDoor;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.CallAnswer;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallTest;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.Calls.Call;
import io.tradelane.adapters.idoc.IdocParameters.Service;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Posts IDocs to an SAP system and reads what it says of them. */
@Component
class IdocDoor implements Door, OutboundDoor, ConnectionTest {
    private static final int MAX_ANSWER = 256 * 1024;

    private final Calls calls;
    private final CallTest test;
    private final Intake intake;
    private final RunningChannels running;

    IdocDoor(Calls calls, CallTest test, Intake intake, RunningChannels running) {
        this.calls = calls;
        this.test = test;
        this.intake = intake;
        this.running = running;
    }

    @Override
    public String door() {
        return IdocParameters.NAME;
    }

    @Override
    public DoorDescription description() {
        return IdocParameters.DESCRIPTION;
    }

    @Override
    public RouteBuilder templates() {
        return new ChannelTemplates(IdocParameters.NAME, intake, this, running);
    }

    @Override
    public void prepare(Channel channel) {
        Settings settings = settings(channel);
        if (channel.direction() == Direction.INBOUND) {
            IdocEndpoint.check(settings);
        } else {
            CallParameters.check(settings);
        }
    }

    @Override
    public DeliveryReceipt send(Channel channel, OutboundTransmission transmission) {
        Settings settings = settings(channel);
        URI target = URI.create(settings.text(IdocParameters.URL));
        try {
            byte[] idocs = transmission.bytes().all();
            boolean xml = IdocReply.isXml(idocs);
            boolean soap = Service.valueOf(settings.text(IdocParameters.SERVICE)) == Service.SOAP;
            if (soap && !xml) {
                return new DeliveryReceipt.Refused("A flat IDoc cannot travel in a SOAP envelope: agree on the XML form", null);
            }
            Map<String, String> headers = soap ? Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"http://sap.com/xi/WebService/soap1.1\"")
                    : Map.of("Content-Type", xml ? "text/xml; charset=utf-8" : "text/plain; charset=utf-8");
            CallAnswer answer = calls.send(channel, settings, new Call("POST", target, headers, soap ? SoapEnvelope.around(idocs) : idocs, MAX_ANSWER));
            return IdocReply.of(answer).receipt(answer);
        } catch (IOException noAnswer) {
            throw new TransientFailure("No answer from " + target.getHost() + ": " + noAnswer, noAnswer);
        }
    }

    @Override
    public void test(Channel channel, ConnectionSteps steps) {
        Settings settings = settings(channel);
        test.reach(channel, settings, URI.create(settings.text(IdocParameters.URL)), steps);
    }

    private static Settings settings(Channel channel) {
        return Settings.of(IdocParameters.DESCRIPTION, channel);
    }
}

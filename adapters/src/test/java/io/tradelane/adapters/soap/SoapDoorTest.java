package io.tradelane.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service of a partner is called: our own, and one of another contract on a CXF of its own. */
class SoapDoorTest extends DoorsTest {
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    @Autowired
    private Bus bus;

    @Autowired
    private SoapDoor door;

    private EndpointImpl partner;

    @AfterEach
    void stopPartner() {
        if (partner != null) {
            partner.stop();
        }
    }

    @Test
    void anotherHubTakesADocumentAsTheChannelIsMade() {
        for (String mtom : new String[] {"false", "true"}) {
            Channel channel = open("soap", Direction.OUTBOUND, Map.of("url", url("/services/DocumentExchange"), "auth", "BEARER", "mtom", mtom), Map.of("token", KEY));
            var receipt = transmitter.send(channel.id(), transmission("m-" + mtom));
            assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
            assertThat(((DeliveryReceipt.Delivered) receipt).evidence().details()).containsEntry("soap.result", intake.last().id().toString());
            assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
            assertThat(intake.last().reception().fileName()).isEqualTo("a&b.edi");
        }
    }

    @Test
    void aFaultOfTheSenderIsARefusalAndWhatMayPassIsTriedAgain() {
        Channel wrong = open("soap", Direction.OUTBOUND, Map.of("url", url("/services/DocumentExchange"), "auth", "BEARER"), Map.of("token", "wrong"));
        assertThat(transmitter.send(wrong.id(), transmission("m-1"))).isInstanceOf(DeliveryReceipt.Refused.class);
        Channel nobody = open("soap", Direction.OUTBOUND, Map.of("url", "http://127.0.0.1:1/none"), Map.of());
        assertThatThrownBy(() -> transmitter.send(nobody.id(), transmission("m-1"))).isInstanceOf(TransientFailure.class);
        Channel refused = open("soap", Direction.OUTBOUND, Map.of("url", "http://169.254.169.254/"), Map.of());
        assertThatThrownBy(() -> transmitter.send(refused.id(), transmission("m-1"))).isInstanceOf(TransientFailure.class).hasMessageContaining("refused-networks");
    }

    @Test
    void aPartnersOwnContractIsServedWithItsUserAndASignature() {
        publish("Timestamp Signature UsernameToken");
        Map<String, String> how = Map.of("url", url("/services/Partner"), "action", "urn:partner:Post", "result", "number", "wssUser", "hub", "sign", "true",
                "body", "<p:Post xmlns:p=\"urn:partner\"><p:id>{messageId}</p:id><p:content>{document}</p:content></p:Post>");
        Channel channel = open("soap", Direction.OUTBOUND, how, Map.of("wssPassword", "secret"));
        var receipt = transmitter.send(channel.id(), new OutboundTransmission(Ids.next(), "x-1", "order.xml", "application/xml",
                () -> new ByteArrayInputStream("<?xml version=\"1.0\"?><Order>7</Order>".getBytes())));
        assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
        assertThat(((DeliveryReceipt.Delivered) receipt).evidence().details()).containsEntry("soap.result", "4711");
        assertThat(taken).singleElement().asString().contains("x-1").contains("<Order>7</Order>");

        var unsigned = new HashMap<>(how);
        unsigned.put("sign", "false");
        Channel other = open("soap", Direction.OUTBOUND, unsigned, Map.of("wssPassword", "secret"));
        assertThat(transmitter.send(other.id(), transmission("x-2"))).as("the partner wants a signature").isInstanceOf(DeliveryReceipt.Refused.class);
        assertThat(taken).hasSize(1);
    }

    @Test
    void theTestOfTheConnectionAsksForTheWsdl() {
        Channel channel = open("soap", Direction.OUTBOUND, Map.of("url", url("/services/DocumentExchange"), "wsdl", url("/services/DocumentExchange?wsdl")), Map.of());
        var steps = new ConnectionSteps();
        door.test(channel, steps);
        assertThat(steps.results()).allMatch(ConnectionSteps.Result::good).last().extracting(ConnectionSteps.Result::step).isEqualTo(ConnectionSteps.Step.ANSWERED);
    }

    private static OutboundTransmission transmission(String id) {
        return new OutboundTransmission(Ids.next(), id, "a&b.edi", "application/EDIFACT", () -> new ByteArrayInputStream(Peers.ORDERS));
    }

    private void publish(String actions) {
        partner = new EndpointImpl(bus, new Partner(taken));
        CallbackHandler passwords = callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword("secret");
        partner.getInInterceptors().add(new WSS4JInInterceptor(new HashMap<>(Map.of(ConfigurationConstants.ACTION, actions, ConfigurationConstants.PW_CALLBACK_REF, passwords,
                ConfigurationConstants.SIG_VER_PROP_REF_ID, "keys", "keys", SoapKeys.trusting(List.of(Peers.HUB.certificate()))))));
        partner.publish("/Partner");
    }

    @WebServiceProvider(serviceName = "Partner", portName = "PartnerPort", targetNamespace = "urn:partner")
    @ServiceMode(Service.Mode.PAYLOAD)
    public static final class Partner implements Provider<Source> {
        private final List<String> taken;

        Partner(List<String> taken) {
            this.taken = taken;
        }

        @Override
        public Source invoke(Source request) {
            try {
                taken.add(StaxUtils.toString(StaxUtils.read(request)));
            } catch (javax.xml.stream.XMLStreamException unreadable) {
                throw new SoapFault("unreadable", Soap11.getInstance().getSender());
            }
            return new StreamSource(new StringReader("<p:Posted xmlns:p=\"urn:partner\"><p:number>4711</p:number></p:Posted>"));
        }
    }
}

package io.tradelane.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.adapters.soap.exchange.DocumentExchange;
import io.tradelane.adapters.soap.exchange.ExchangeFaultCode;
import io.tradelane.adapters.soap.exchange.SubmitDocument;
import io.tradelane.adapters.soap.exchange.SubmitDocumentFault_Exception;
import io.tradelane.trading.partner.Direction;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentExchangeTest extends DoorsTest {
    private static final String TIMESTAMP = "{Element}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp";
    private static final String BODY = "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body;";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDocumentIsStoredByteForByte(boolean mtom) throws Exception {
        var response = client(KEY, mtom, null, "").submitDocument(request("d-1", "application/EDIFACT", Peers.ORDERS));
        assertThat(response.getReceiptId()).isEqualTo(intake.last().id().toString());
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().mediaType()).isEqualTo("application/EDIFACT");
        assertThat(intake.last().reception().fileName()).isEqualTo("order.edi");
        assertThat(client(KEY, mtom, null, "").submitDocument(request("d-1", "application/EDIFACT", Peers.ORDERS)).isDuplicate()).isTrue();
    }

    @Test
    void wrongRequestsGetTypedFaults() {
        assertThat(fault("wrong", request("d-1", "application/EDIFACT", Peers.ORDERS))).isEqualTo(ExchangeFaultCode.NOT_AUTHORISED);
        assertThat(fault(KEY, request("d 1", "application/EDIFACT", Peers.ORDERS))).isEqualTo(ExchangeFaultCode.INVALID_MESSAGE_ID);
        assertThat(fault(KEY, request("d-1", "edifact", Peers.ORDERS))).isEqualTo(ExchangeFaultCode.INVALID_MEDIA_TYPE);
        assertThat(fault(KEY, request("d-1", "application/EDIFACT", new byte[0]))).isEqualTo(ExchangeFaultCode.EMPTY_DOCUMENT);
        open("soap", Direction.INBOUND, Map.of("maxBytes", "10"));
        assertThat(fault(KEY, request("d-1", "application/EDIFACT", Peers.ORDERS))).isEqualTo(ExchangeFaultCode.TOO_LARGE);
        assertThat(intake.stored).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereASignatureIsAskedForOnlyThePartnersOverTheBodyIsTaken(boolean mtom) throws Exception {
        open("soap", Direction.INBOUND, Map.of("signed", "true"));
        var order = request("s-1", "application/EDIFACT", Peers.ORDERS);
        assertThat(catchThrowable(() -> client(KEY, mtom, null, "").submitDocument(order))).as("not signed").isNotNull();
        assertThat(catchThrowable(() -> client(KEY, mtom, Peers.STRANGER, BODY + TIMESTAMP).submitDocument(order))).as("by a stranger").isNotNull();
        assertThat(catchThrowable(() -> client(KEY, mtom, Peers.BUYER, TIMESTAMP).submitDocument(order))).as("the body is not signed").isNotNull();
        assertThat(intake.stored).isEmpty();
        client(KEY, mtom, Peers.BUYER, BODY + TIMESTAMP).submitDocument(order);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
    }

    private ExchangeFaultCode fault(String key, SubmitDocument request) {
        var thrown = catchThrowableOfType(SubmitDocumentFault_Exception.class, () -> client(key, false, null, "").submitDocument(request));
        assertThat(thrown).isNotNull();
        return thrown.getFaultInfo().getCode();
    }

    private DocumentExchange client(String key, boolean mtom, Identity signer, String parts) {
        var factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(DocumentExchange.class);
        factory.setWsdlURL(url("/services/DocumentExchange?wsdl"));
        factory.setAddress(url("/services/DocumentExchange"));
        factory.setUsername("partner");
        factory.setPassword(key);
        factory.setProperties(new HashMap<>(Map.of("mtom-enabled", mtom)));
        if (signer != null) {
            factory.getOutInterceptors().add(new WSS4JOutInterceptor(new HashMap<>(Map.of(
                    ConfigurationConstants.ACTION, "Timestamp Signature", ConfigurationConstants.USER, SoapKeys.ALIAS, ConfigurationConstants.SIG_PROP_REF_ID, "keys",
                    "keys", SoapKeys.of(signer), ConfigurationConstants.SIG_KEY_ID, "DirectReference", ConfigurationConstants.SIGNATURE_PARTS, parts,
                    ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler) callbacks -> ((org.apache.wss4j.common.ext.WSPasswordCallback) callbacks[0]).setPassword("")))));
        }
        return (DocumentExchange) factory.create();
    }

    private static SubmitDocument request(String id, String mediaType, byte[] document) {
        var request = new SubmitDocument();
        request.setMessageId(id);
        request.setMediaType(mediaType);
        request.setFileName("order.edi");
        request.setDocument(new DataHandler(new ByteArrayDataSource(document, "application/octet-stream")));
        return request;
    }
}

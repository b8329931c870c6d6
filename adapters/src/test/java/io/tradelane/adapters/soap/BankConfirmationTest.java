package io.tradelane.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.soap.bank.BankConfirmation;
import io.tradelane.adapters.soap.bank.ConfirmPayment;
import io.tradelane.adapters.soap.bank.ConfirmPaymentFault_Exception;
import io.tradelane.adapters.soap.bank.FaultCode;
import io.tradelane.trading.partner.Direction;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankConfirmationTest extends DoorsTest {
    private static final byte[] CAMT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document>\r\n <BkToCstmrDbtCdtNtfctn/> </Document>"
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void contractIsPublished() throws Exception {
        var wsdl = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url("/services/BankConfirmation?wsdl"))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body()).contains("ConfirmPayment").contains("localhost:" + port + "/services/BankConfirmation");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void notificationIsStoredByteForByte(boolean mtom) throws Exception {
        var response = client(KEY, mtom).confirmPayment(request("m-1", CAMT));

        assertThat(response.getReceiptId()).isEqualTo(intake.last().id().toString());
        assertThat(response.isDuplicate()).isFalse();
        assertThat(intake.last().bytes()).isEqualTo(CAMT);
        assertThat(intake.last().reception().door()).isEqualTo("soap");
        assertThat(intake.last().reception().transportMessageId()).isEqualTo("m-1");
    }

    @Test
    void repeatGetsTheFirstReceipt() throws Exception {
        var first = client(KEY, false).confirmPayment(request("m-1", CAMT));
        var second = client(KEY, false).confirmPayment(request("m-1", CAMT));
        assertThat(second.getReceiptId()).isEqualTo(first.getReceiptId());
        assertThat(second.isDuplicate()).isTrue();
    }

    @Test
    void callerWithAWrongKeyGetsATypedFault() {
        assertThat(fault("wrong", request("m-1", CAMT))).isEqualTo(FaultCode.NOT_AUTHORISED);
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void usernameTokenOfWsSecurityIsUnderstood() throws Exception {
        var answer = post("""
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>
                <w:Security s:mustUnderstand="1" xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
                <w:UsernameToken><w:Username>bank</w:Username><w:Password>%s</w:Password></w:UsernameToken></w:Security></s:Header>
                <s:Body><ConfirmPayment xmlns="urn:tradelane:bank-confirmation:1"><messageId>m-9</messageId>
                <notification>PGEvPg==</notification></ConfirmPayment></s:Body></s:Envelope>""".formatted(KEY));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(intake.last().bytes(), StandardCharsets.UTF_8)).isEqualTo("<a/>");
    }

    @Test
    void documentTypeDeclarationIsRefused() throws Exception {
        var answer = post("""
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <ConfirmPayment xmlns="urn:tradelane:bank-confirmation:1"><messageId>&e;</messageId></ConfirmPayment>
                </s:Body></s:Envelope>""");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault").doesNotContain("root:");
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void wrongRequestsGetTypedFaults() {
        assertThat(fault(KEY, request("has blank", CAMT))).isEqualTo(FaultCode.INVALID_MESSAGE_ID);
        assertThat(fault(KEY, request("m-1", new byte[0]))).isEqualTo(FaultCode.EMPTY_NOTIFICATION);
        open("soap", Direction.INBOUND, Map.of("maxBytes", "10"));
        assertThat(fault(KEY, request("m-1", CAMT))).isEqualTo(FaultCode.TOO_LARGE);
        intake.databaseIsAway(true);
        assertThat(fault(KEY, request("m-1", new byte[] {1}))).isEqualTo(FaultCode.TRY_AGAIN_LATER);
    }

    @Test
    void whoIsOverItsLimitGetsAFaultWithStatusAndTime() throws Exception {
        intake.partnerHasToWait(true);
        String envelope = """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                <c:ConfirmPayment xmlns:c="urn:tradelane:bank-confirmation:1"><c:messageId>m-1</c:messageId><c:notification>PGE+</c:notification></c:ConfirmPayment>
                </s:Body></s:Envelope>""";
        var request = HttpRequest.newBuilder(URI.create(url("/services/BankConfirmation"))).header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/xml; charset=UTF-8").header("SOAPAction", "\"\"").POST(HttpRequest.BodyPublishers.ofString(envelope));
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("17");
        assertThat(answer.body()).contains("Fault").contains(FaultCode.TRY_AGAIN_LATER.value());
    }

    private FaultCode fault(String key, ConfirmPayment request) {
        var thrown = catchThrowableOfType(ConfirmPaymentFault_Exception.class, () -> client(key, false).confirmPayment(request));
        assertThat(thrown).isNotNull();
        return thrown.getFaultInfo().getCode();
    }

    private BankConfirmation client(String key, boolean mtom) {
        var factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(BankConfirmation.class);
        factory.setWsdlURL(url("/services/BankConfirmation?wsdl"));
        factory.setAddress(url("/services/BankConfirmation"));
        factory.setUsername("bank");
        factory.setPassword(key);
        factory.setProperties(new java.util.HashMap<>(Map.of("mtom-enabled", mtom)));
        return (BankConfirmation) factory.create();
    }

    private HttpResponse<String> post(String envelope) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/services/BankConfirmation"))).header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"urn:tradelane:bank-confirmation:1:ConfirmPayment\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ConfirmPayment request(String id, byte[] notification) {
        var request = new ConfirmPayment();
        request.setMessageId(id);
        request.setNotification(new DataHandler(new ByteArrayDataSource(notification, "application/octet-stream")));
        return request;
    }
}

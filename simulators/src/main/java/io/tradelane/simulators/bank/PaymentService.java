package io.tradelane.simulators.bank;

import com.sun.net.httpserver.HttpExchange;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.WebPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a bank takes instructions: {@code POST /payments} with an API key, or by SOAP at {@code /soap}. */
public final class PaymentService extends WebPeer {
    public static final String KEY = "bank-demo-key";
    private static final Pattern DOCUMENT = Pattern.compile("<(?:\\w+:)?instruction>([^<]+)</");
    private final Mailroom mailroom;

    public PaymentService(Mailroom mailroom, int port) {
        super(port);
        this.mailroom = mailroom;
        serve("/payments", this::take);
        serve("/soap", this::soap);
    }

    private Answer take(HttpExchange request) throws IOException {
        if (!KEY.equals(request.getRequestHeaders().getFirst("X-Bank-Key"))) {
            return Answer.of(401);
        }
        mailroom.keep("http-" + request.getRequestHeaders().getFirst("Message-Id") + ".xml", request.getRequestBody().readAllBytes());
        return Answer.of(202);
    }

    private Answer soap(HttpExchange request) throws IOException {
        Matcher instruction = DOCUMENT.matcher(body(request));
        if (!instruction.find()) {
            return soap(500, "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>There is no instruction</faultstring></soap:Fault>");
        }
        byte[] document = Base64.getMimeDecoder().decode(instruction.group(1));
        mailroom.keep("soap-" + document.length + ".xml", document);
        return soap(200, "<b:SubmitInstructionResponse xmlns:b=\"urn:bank\"><b:ticket>T-1</b:ticket></b:SubmitInstructionResponse>");
    }

    private static Answer soap(int status, String body) {
        return new Answer(status, "text/xml; charset=utf-8", ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>").getBytes(StandardCharsets.UTF_8), Map.of());
    }
}

package io.tradelane.simulators.erp;

import com.sun.net.httpserver.HttpExchange;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.WebPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An ERP that exchanges IDocs over HTTP as SAP does: ports of type XML HTTP, {@code /sap/bc/idoc_xml} and {@code /sap/bc/srt/idoc}. */
public final class SapSystem extends WebPeer {
    public static final String USER = "TRADELANE";
    public static final String PASSWORD = "idoc-demo-secret";
    private final Mailroom mailroom;
    private final AtomicLong number = new AtomicLong(4_000_000);
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public SapSystem(Mailroom mailroom, int port) {
        super(port);
        this.mailroom = mailroom;
        serve("/sap/bc/idoc_xml", this::plain);
        serve("/sap/bc/srt/idoc", this::soap);
    }

    /** Posts what its partner profile says to post. @return the status of the answer */
    public int post(URI hub, String user, String password, String mediaType, byte[] idocs) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hub).timeout(Duration.ofSeconds(30)).header("Content-Type", mediaType)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(idocs)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private Answer plain(HttpExchange request) throws IOException {
        if (!isBasic(request, USER, PASSWORD)) {
            return Answer.of(401);
        }
        String idocs = body(request);
        if (!idocs.contains("EDI_DC40")) {
            return new Answer(500, "text/html", "IDoc cannot be read: no control record".getBytes(StandardCharsets.UTF_8), Map.of());
        }
        mailroom.keep("idoc-" + number.incrementAndGet(), idocs.getBytes(StandardCharsets.UTF_8));
        return Answer.of(200);
    }

    private Answer soap(HttpExchange request) throws IOException {
        if (!isBasic(request, USER, PASSWORD)) {
            return Answer.of(401);
        }
        String message = body(request);
        if (!message.contains("EDI_DC40") || message.contains("<RCVPRN>UNKNOWN</RCVPRN>")) {
            return xml(500, "<soap:Fault><faultcode>soap:Client</faultcode><faultstring>No partner profile for this IDoc</faultstring></soap:Fault>");
        }
        long assigned = number.incrementAndGet();
        mailroom.keep("idoc-" + assigned, message.getBytes(StandardCharsets.UTF_8));
        return xml(200, "<n:ORDERS.Response xmlns:n=\"urn:sap-com:document:sap:idoc:soap:messages\"><IDocAssign><TransId>0A1B2C3D%d</TransId><DbId>%016d</DbId></IDocAssign></n:ORDERS.Response>"
                .formatted(assigned, assigned));
    }

    private static Answer xml(int status, String body) {
        return new Answer(status, "text/xml; charset=utf-8", ("<?xml version=\"1.0\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + body + "</soap:Body></soap:Envelope>").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}

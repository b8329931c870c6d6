package io.tradelane.simulators.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** A bank that tells its customer's hub of credits, over HTTP or by the hub's SOAP service. */
public final class BankSimulator implements AutoCloseable {
    private final URI hub;
    private final String apiKey;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param hub scheme, host and port of the hub */
    public BankSimulator(URI hub, String apiKey) {
        this.hub = hub;
        this.apiKey = apiKey;
    }

    /** @return the body of the answer 202 */
    public String confirmByHttp(PaymentNotice notice) throws IOException, InterruptedException {
        return send(202, request("/api/v1/interchanges").header("Content-Type", "application/xml")
                .header("Idempotency-Key", '"' + notice.messageId() + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(notice.camt054())).build());
    }

    /** Calls ConfirmPayment of the published WSDL. @return the body of the answer */
    public String confirmBySoap(PaymentNotice notice) throws IOException, InterruptedException {
        String envelope = """
                <?xml version="1.0" encoding="UTF-8"?>
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:b="urn:tradelane:bank-confirmation:1">
                  <soap:Body>
                    <b:ConfirmPayment><b:messageId>%s</b:messageId><b:notification>%s</b:notification></b:ConfirmPayment>
                  </soap:Body>
                </soap:Envelope>
                """.formatted(notice.messageId(), Base64.getEncoder().encodeToString(notice.camt054()));
        return send(200, request("/services/BankConfirmation").header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"urn:tradelane:bank-confirmation:1:ConfirmPayment\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)).build());
    }

    /** Hands in a report of any kind over HTTP. @return the body of the answer 202 */
    public String report(String messageId, String mediaType, byte[] document) throws IOException, InterruptedException {
        return send(202, request("/api/v1/interchanges").header("Content-Type", mediaType).header("Idempotency-Key", '"' + messageId + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(document)).build());
    }

    /** Calls SubmitDocument of the published WSDL. @return the body of the answer */
    public String reportBySoap(String messageId, String mediaType, byte[] document) throws IOException, InterruptedException {
        String envelope = """
                <?xml version="1.0" encoding="UTF-8"?>
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="urn:tradelane:document-exchange:1">
                  <soap:Body>
                    <d:SubmitDocument><d:messageId>%s</d:messageId><d:mediaType>%s</d:mediaType><d:document>%s</d:document></d:SubmitDocument>
                  </soap:Body>
                </soap:Envelope>
                """.formatted(messageId, mediaType, Base64.getEncoder().encodeToString(document));
        return send(200, request("/services/DocumentExchange").header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"urn:tradelane:document-exchange:1:SubmitDocument\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + apiKey);
    }

    private String send(int expected, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException("The hub answered HTTP " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}

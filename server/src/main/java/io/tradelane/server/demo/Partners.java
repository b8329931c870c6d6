package io.tradelane.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/** The demo partners' own systems: each speaks to the hub over the protocol of its connection, and keeps what it gets. */
final class Partners implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final DemoAddresses addresses;
    private final Path folders;
    private final DemoSecrets secrets;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Company, PartnerSystem> systems = new EnumMap<>(Company.class);
    private final BrightlineErp brightline;
    private final WestfieldAs2 westfield;

    /**
     * @param folders root of the hub's folder channels
     * @param own where the partners keep what is theirs
     */
    Partners(DemoAddresses addresses, Path folders, Path own, DemoSecrets secrets) throws IOException {
        this.addresses = addresses;
        this.folders = folders;
        this.secrets = secrets;
        for (Company company : Company.values()) {
            boolean byFolder = company == Company.HUAXING || company == Company.BEICHEN;
            systems.put(company, new PartnerSystem(
                    byFolder ? folders.resolve(company.key()).resolve("from-hub") : own.resolve(company.key())));
        }
        this.brightline = new BrightlineErp(addresses.brightlineErp(), of(Company.BRIGHTLINE));
        this.westfield = new WestfieldAs2(addresses, secrets.westfieldKeys(), of(Company.WESTFIELD));
    }

    PartnerSystem of(Company company) {
        return systems.get(company);
    }

    /** Writes aside and renames, as a careful ERP does. */
    void drop(Company company, String fileName, byte[] bytes) throws IOException {
        Path folder = folders.resolve(company.key()).resolve("to-hub");
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".", ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    }

    void post(Company company, String mediaType, byte[] bytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.portal() + "/api/v1/interchanges"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + secrets.apiKey(company))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        expect(202, http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    void as2(byte[] bytes) throws IOException, InterruptedException {
        westfield.send(bytes);
    }

    /** The bank's SOAP client, by the published WSDL. */
    void soap(byte[] camt054) throws IOException, InterruptedException {
        String body = """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:b="urn:tradelane:bank-confirmation:1">
                  <soap:Body><b:ConfirmPayment>
                    <b:messageId>%s</b:messageId>
                    <b:notification>%s</b:notification>
                  </b:ConfirmPayment></soap:Body>
                </soap:Envelope>
                """.formatted("demo-" + camt054.length, Base64.getEncoder().encodeToString(camt054));
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.portal() + "/services/BankConfirmation"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + secrets.apiKey(Company.BANK))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        expect(200, http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** @param account the part of the e-mail address before the at sign */
    WebUser signIn(Company company, String account) throws IOException {
        String email = account + "@" + company.key() + ".example";
        return WebUser.signIn(addresses.portal(), email, secrets.password(email));
    }

    private static void expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.request().uri() + " answered " + response.statusCode() + " " + response.body());
        }
    }

    @Override
    public void close() {
        brightline.close();
        westfield.close();
        http.close();
    }
}

package io.tradelane.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradelane.acceptance.KillDocument.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A demo home and the process that serves it at the moment. */
final class KillHub {
    static final String BRIGHTLINE = "Brightline Retail GmbH";
    private static final String BANK = "Harbour Bank";
    static final String OPERATOR = "Tradelane Operations";
    final Path home;
    private final int port;

    KillHub(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** @param crashAt where it is to die; empty for nowhere */
    TradelaneProcess serve(String crashAt) throws IOException {
        return serve(crashAt, Map.of());
    }

    TradelaneProcess serve(String crashAt, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        if (!crashAt.isEmpty()) {
            environment.put("TRADELANE_CRASH_AT", crashAt);
        }
        return TradelaneProcess.start(home, port, environment, "serve");
    }

    /** @param name of an address in {@code demo.json} */
    String address(String name) throws IOException {
        return new ObjectMapper().readTree(home.resolve("demo.json").toFile()).get(name).asText();
    }

    static void awaitReadyOrDead(TradelaneProcess process) {
        Awaitility.await("ready or dead").atMost(TradelaneProcess.PATIENCE.multipliedBy(2)).pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || process.status("/actuator/health/readiness") == 200);
    }

    /** @return status of the answer; 0 where the process died before it answered */
    static int post(TradelaneProcess process, KillDocument document, boolean withKey) throws IOException, InterruptedException {
        String[] headers = withKey ? new String[] {"Idempotency-Key", document.idempotencyKey()} : new String[0];
        String apiKey = process.key(document.door() == Door.SOAP ? BANK : BRIGHTLINE);
        try {
            return document.door() == Door.SOAP
                    ? process.post("/services/BankConfirmation", apiKey, "text/xml; charset=UTF-8", confirmation(document), "SOAPAction", "\"\"").statusCode()
                    : process.post("/api/v1/interchanges", apiKey, "application/EDIFACT", document.bytes(), headers).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    private static byte[] confirmation(KillDocument document) {
        return """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:b="urn:tradelane:bank-confirmation:1">
                <soap:Body><b:ConfirmPayment><b:messageId>%s</b:messageId><b:notification>%s</b:notification></b:ConfirmPayment></soap:Body>
                </soap:Envelope>
                """.formatted(document.idempotencyKey(), Base64.getEncoder().encodeToString(document.bytes())).getBytes(StandardCharsets.UTF_8);
    }

    /** Every inbound interchange that came so far with this control reference or, if that is empty, with any. */
    static List<JsonNode> inbound(TradelaneProcess process, String reference) throws IOException, InterruptedException {
        List<JsonNode> found = all(process, "/api/v1/interchanges?direction=INBOUND");
        return found.stream().filter(each -> reference.isEmpty() || each.path("controlReference").asText().equals(reference)).toList();
    }

    static List<JsonNode> all(TradelaneProcess process, String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String address = path + (path.contains("?") ? "&" : "?") + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode page = process.get(address, process.key(OPERATOR));
            if (!page.has("items")) {
                throw new IOException(path + " answered " + page);
            }
            page.get("items").forEach(items::add);
            cursor = page.path("next").asText("").replace("null", "");
        } while (!cursor.isEmpty());
        return items;
    }

    /** Writes aside and renames, as a careful ERP does. */
    void drop(String company, String fileName, byte[] bytes) throws IOException {
        Path folder = home.resolve("folders").resolve(company).resolve("to-hub");
        Path temporary = Files.createTempFile(folder, ".", ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, folder.resolve(fileName));
    }

    /** Files that the hub put into the company's folder and that contain all of these texts. */
    long files(String company, String... texts) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("folders").resolve(company).resolve("from-hub"))) {
            return files.filter(Files::isRegularFile).map(KillHub::content)
                    .filter(content -> Stream.of(texts).allMatch(content::contains)).count();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

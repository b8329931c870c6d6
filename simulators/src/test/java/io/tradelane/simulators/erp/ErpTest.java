package io.tradelane.simulators.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.simulators.Mailroom;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpTest {
    @TempDir
    private Path folder;

    @Test
    void folderErpDropsWholeFiles() throws Exception {
        new ErpFolder(folder.resolve("out")).drop("order.edi", "UNB".getBytes());
        assertThat(folder.resolve("out").resolve("order.edi")).hasContent("UNB");
    }

    @Test
    void mailroomFindsWhatHoldsAllTexts() throws Exception {
        var mailroom = new Mailroom(folder);
        Files.writeString(folder.resolve("ordrsp.edi"), "UNB+ORDRSP+PO-1");
        assertThat(mailroom.find("ORDRSP", "PO-1")).isPresent();
        assertThat(mailroom.find("ORDRSP", "PO-2")).isEmpty();
    }

    @Test
    void httpErpKeepsARepeatOnce() throws Exception {
        var mailroom = new Mailroom(folder);
        try (var erp = new ErpService(mailroom, 0)) {
            for (int i = 0; i < 2; i++) {
                var request = HttpRequest.newBuilder(erp.address()).header("Message-Id", "m-1")
                        .POST(HttpRequest.BodyPublishers.ofString("UNB")).build();
                assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(204);
            }
        }
        assertThat(mailroom.files()).hasSize(1);
    }
}

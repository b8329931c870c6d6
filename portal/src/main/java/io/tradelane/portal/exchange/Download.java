package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The bytes of an interchange as a file: always a download, never shown by the browser as what they claim to be. */
final class Download {

    private Download() {}

    static ResponseEntity<InputStreamResource> of(Interchange interchange, Interchanges interchanges) {
        try {
            String name = interchange.fileName() == null ? interchange.id() + ".dat" : interchange.fileName().replaceAll("[^\\p{L}\\p{N}._ -]", "_");
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .contentLength(interchange.size())
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                    .body(new InputStreamResource(interchanges.bytes(interchange.id())));
        } catch (NoSuchElementException notForThisCaller) {
            throw new NotFound();
        }
    }
}

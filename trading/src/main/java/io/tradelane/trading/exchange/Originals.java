package io.tradelane.trading.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What a document was taken out of, as it came: a message with its sender's signature (S/MIME, RFC 8551), or what a mapping made the
 * document of. Where the document stands in it as it is, it is left out, since it is stored already, and put in again when it is read.
 */
@Service
public class Originals {
    /** Property of the interchange: the payload. */
    public static final String PAYLOAD = "evidence";
    /** Property of the interchange: how many bytes of it stand before the document; none where the payload is the whole. */
    private static final String DOCUMENT_AT = "evidence.documentAt";
    private final Payloads payloads;

    Originals(Payloads payloads) {
        this.payloads = payloads;
    }

    /**
     * Stores in the caller's transaction.
     *
     * @param documentAt where the document begins in the bytes; negative: it is not in them as it is
     * @return properties for the interchange
     */
    public Map<String, String> keep(byte[] bytes, String mediaType, int documentAt, int documentSize) throws IOException {
        if (documentAt < 0) {
            return Map.of(PAYLOAD, payloads.store(new ByteArrayInputStream(bytes), mediaType, bytes.length).toString());
        }
        int end = documentAt + documentSize;
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(bytes, 0, documentAt), new ByteArrayInputStream(bytes, end, bytes.length - end));
        return Map.of(PAYLOAD, payloads.store(rest, mediaType, bytes.length).toString(), DOCUMENT_AT, Integer.toString(documentAt));
    }

    /** To the byte as it came; empty where there is none, or its time is over. */
    public Optional<InputStream> open(Interchange interchange) throws IOException {
        String kept = interchange.properties().get(PAYLOAD);
        if (kept == null || payloads.deleted(UUID.fromString(kept)) || payloads.deleted(interchange.payload())) {
            return Optional.empty();
        }
        InputStream rest = payloads.open(UUID.fromString(kept));
        String at = interchange.properties().get(DOCUMENT_AT);
        return Optional.of(at == null ? rest : new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(rest.readNBytes(Integer.parseInt(at))), payloads.open(interchange.payload()), rest))));
    }
}

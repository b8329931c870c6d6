package io.tradelane.portal.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The table of contents of an evidence pack, which is what is signed.
 *
 * @param format {@value #FORMAT}
 * @param interchange which transmission it is about
 * @param createdBy who asked for it
 */
record Manifest(String format, UUID interchange, Instant createdAt, String createdBy, List<Entry> parts) {
    static final String FORMAT = "tradelane-evidence/1";
    static final String PATH = "manifest.json";
    static final String SIGNATURE = "manifest.json.p7s";
    static final String SIGNER = "signer.pem";

    record Entry(String path, long size, String sha256) {}

    static Manifest of(UUID interchange, Instant at, String by, List<EvidencePart> parts) {
        return new Manifest(FORMAT, interchange, at, by, parts.stream().map(part -> new Entry(part.path(), part.size(), part.sha256())).toList());
    }
}

package io.tradelane.portal.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of an evidence pack.
 *
 * @param path in it: {@code payload/order.edi}
 * @param sha256 of its bytes, hexadecimal
 */
record EvidencePart(String path, long size, String sha256, Source source) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT).build();

    /** Where its bytes come from, each time they are asked for. */
    interface Source {
        InputStream open() throws IOException;
    }

    static EvidencePart of(String path, byte[] bytes) {
        return new EvidencePart(path, bytes.length, HexFormat.of().formatHex(Sha256.of(bytes)), () -> new ByteArrayInputStream(bytes));
    }

    static EvidencePart json(String path, Object value) {
        return of(path, JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }
}

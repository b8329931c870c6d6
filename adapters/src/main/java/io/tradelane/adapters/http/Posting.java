package io.tradelane.adapters.http;

import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.calling.Calls.Call;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The POST of a document. */
final class Posting {
    private static final int MAX_ANSWER = 64 * 1024;

    private Posting() {}

    static Call of(String url, OutboundTransmission transmission, byte[] body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", transmission.mediaType());
        all.put("Content-Disposition", "attachment; filename=\"" + transmission.fileName().replaceAll("[^A-Za-z0-9._-]", "_") + '"');
        return new Call("POST", URI.create(url), all, body, MAX_ANSWER);
    }
}

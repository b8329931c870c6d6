package io.tradelane.mappings;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One interchange of each set, as the hub itself writes it, for tests that need bytes. */
public final class X12Samples {
    private X12Samples() {}

    public static List<byte[]> all() {
        return X12Documents.all().entrySet().stream()
                .map(entry -> X12RoundTripTest.write(entry.getValue(), "005010/" + entry.getKey()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}

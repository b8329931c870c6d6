package io.tradelane.routes.outbound;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the door that awaits a receipt will compare it with, kept as the detail of the attempt. */
final class ExpectedReceipts {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExpectedReceipts() {}

    static String write(Map<String, String> expected) {
        return MAPPER.writeValueAsString(expected);
    }

    static Map<String, String> read(String detail) {
        return MAPPER.readValue(detail, new TypeReference<>() {});
    }
}

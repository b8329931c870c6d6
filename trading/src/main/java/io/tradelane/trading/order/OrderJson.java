package io.tradelane.trading.order;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Reference;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of an order kept as JSON in a column. */
final class OrderJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Party>> PARTIES = new TypeReference<>() {};
    private static final TypeReference<List<Reference>> REFERENCES = new TypeReference<>() {};
    private static final TypeReference<List<LineIssue>> ISSUES = new TypeReference<>() {};

    private static final TypeReference<List<RevisedLine>> REVISED = new TypeReference<>() {};

    private OrderJson() {}

    static String write(List<?> list) {
        return list.isEmpty() ? "[]" : MAPPER.writeValueAsString(list);
    }

    static List<Party> parties(String json) {
        return MAPPER.readValue(json, PARTIES);
    }

    static List<Reference> references(String json) {
        return "[]".equals(json) ? List.of() : MAPPER.readValue(json, REFERENCES);
    }

    static List<LineIssue> issues(String json) {
        return "[]".equals(json) ? List.of() : MAPPER.readValue(json, ISSUES);
    }

    static List<RevisedLine> revisedLines(String json) {
        return "[]".equals(json) ? List.of() : MAPPER.readValue(json, REVISED);
    }
}

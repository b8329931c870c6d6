package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a document everywhere: {@code {"type":"ORDER","document":{…}}}, the record's components by name. */
public final class DocumentJson {
    /** Numbers keep their digits and their scale on the way through. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private DocumentJson() {}

    private record Wrapped(DocumentType type, BusinessDocument document) {}

    public static String write(BusinessDocument document) {
        return MAPPER.writeValueAsString(new Wrapped(document.type(), document));
    }

    /** @throws IllegalArgumentException if it is no document */
    public static BusinessDocument read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            DocumentType type = DocumentType.valueOf(tree.path("type").asString());
            return MAPPER.treeToValue(tree.path("document"), type.record());
        } catch (JacksonException failure) {
            throw new IllegalArgumentException("not a document", failure);
        }
    }
}

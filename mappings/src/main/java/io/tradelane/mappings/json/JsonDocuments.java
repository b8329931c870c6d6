package io.tradelane.mappings.json;

import io.tradelane.mappings.syntax.BoundedInput;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads and writes the canonical JSON of documents: one object, or an array of them. */
public final class JsonDocuments {
    private JsonDocuments() {}

    /**
     * @param type {@code null} when the object names none that is known
     * @param document {@code null} when the findings say why there is none
     */
    public record Result(
            @Nullable DocumentType type, @Nullable BusinessDocument document, long byteStart, long byteEnd, List<Finding> findings) {}

    /**
     * Never throws for bad content.
     *
     * @param limits how many bytes are read, and how many findings kept for one document
     * @return findings about the text around the documents
     */
    public static List<Finding> read(InputStream bytes, Limits limits, Consumer<Result> documents) throws IOException {
        int findings = limits.messageFindings();
        JsonReport outer = new JsonReport(findings);
        try (JsonParser parser = DocumentMapper.MAPPER.createParser(bounded(bytes, limits))) {
            try {
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        documents.accept(one(parser, findings));
                    }
                } else if (first != null) {
                    documents.accept(one(parser, findings));
                }
                if (parser.nextToken() != null) {
                    outer.add(JsonError.NOT_JSON, parser.currentTokenLocation(), "", parser.getString(), null);
                }
            } catch (JacksonIOException io) {
                throw io.getCause();
            } catch (JacksonException broken) {
                outer.add(code(broken), place(parser, broken), path(parser), broken.getOriginalMessage(), null);
            }
        } catch (JacksonIOException io) {
            throw io.getCause();
        }
        return outer.findings();
    }

    /** In the words in which the parser refuses what is too deep. */
    private static InputStream bounded(InputStream bytes, Limits limits) {
        return new BoundedInput(bytes, limits.interchangeBytes(), limit -> {
            throw new StreamConstraintsException("> " + limit + " bytes");
        });
    }

    private static Result one(JsonParser parser, int limit) {
        JsonReport report = new JsonReport(limit);
        TokenStreamLocation start = parser.currentTokenLocation();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            report.add(JsonError.TYPE_MISSING, start, path(parser) + "/type", null, types());
            parser.skipChildren();
            return new Result(null, null, start.getByteOffset(), parser.currentLocation().getByteOffset(), report.findings());
        }
        String path = path(parser);
        DocumentType type = null;
        BusinessDocument document = null;
        JsonNode early = null;
        boolean named = false;
        boolean present = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("type")) {
                named = true;
                type = type(parser, report);
            } else if (name.equals("document")) {
                present = true;
                if (type == null) {
                    early = named ? skip(parser) : parser.readValueAsTree();
                } else {
                    document = document(parser, type, report);
                }
            } else {
                report.add(JsonError.FIELD_UNKNOWN, parser.currentTokenLocation(), path(parser), name, null);
                parser.skipChildren();
            }
        }
        if (early != null && type != null) {
            try (JsonParser buffered = DocumentMapper.MAPPER.treeAsTokens(early)) {
                buffered.nextToken();
                document = document(buffered, type, report);
            }
        }
        if (!named) {
            report.add(JsonError.TYPE_MISSING, start, path + "/type", null, types());
        } else if (!present) {
            report.add(JsonError.FIELD_MISSING, start, path + "/document", null, "document");
        }
        if (document != null) {
            new Completeness(report, start).check((Record) document, path + "/document");
        }
        long end = parser.currentLocation().getByteOffset();
        return new Result(type, report.refuses() ? null : document, start.getByteOffset(), end, report.findings());
    }

    private static @Nullable JsonNode skip(JsonParser parser) {
        parser.skipChildren();
        return null;
    }

    private static @Nullable DocumentType type(JsonParser parser, JsonReport report) {
        String name = parser.getString();
        for (DocumentType type : DocumentType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        report.add(JsonError.TYPE_UNKNOWN, parser.currentTokenLocation(), path(parser), name, types());
        parser.skipChildren();
        return null;
    }

    private static @Nullable BusinessDocument document(JsonParser parser, DocumentType type, JsonReport report) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            report.add(JsonError.VALUE_INVALID, parser.currentTokenLocation(), path(parser), parser.getString(), type.record().getSimpleName());
            parser.skipChildren();
            return null;
        }
        ObjectReader reader = DocumentMapper.MAPPER.readerFor(type.record()).withAttribute(ProblemCollector.REPORT, report);
        return reader.readValue(parser);
    }

    private static JsonError code(JacksonException broken) {
        return broken instanceof StreamConstraintsException ? JsonError.TOO_LARGE
                : broken instanceof DatabindException ? JsonError.VALUE_INVALID
                : JsonError.NOT_JSON;
    }

    private static TokenStreamLocation place(JsonParser parser, JacksonException broken) {
        return broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
    }

    private static String path(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static String types() {
        return Arrays.stream(DocumentType.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** One document as an object, several as an array; UTF-8. */
    public static byte[] write(List<BusinessDocument> documents) {
        List<Map<String, Object>> wrapped = documents.stream().map(JsonDocuments::wrap).toList();
        return DocumentMapper.MAPPER.writeValueAsBytes(wrapped.size() == 1 ? wrapped.getFirst() : wrapped);
    }

    private static Map<String, Object> wrap(BusinessDocument document) {
        Map<String, Object> wrapped = new LinkedHashMap<>();
        wrapped.put("type", document.type());
        wrapped.put("document", document);
        return wrapped;
    }
}

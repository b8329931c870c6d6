package io.tradelane.mappings;

import io.tradelane.mappings.json.JsonDocuments;
import io.tradelane.mappings.json.JsonError;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The canonical JSON of documents. */
final class JsonFamily implements FormatFamily {

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public String title() {
        return "JSON";
    }

    @Override
    public boolean recognises(Head head) {
        return head.start().startsWith("{") || head.start().startsWith("[");
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        return JsonInterchange.read(bytes, options, messages);
    }

    @Override
    public List<String> sources(DocumentType type) {
        return List.of("JSON");
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        return Set.of(Target.JSON);
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        return JsonDocuments.write(documents);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("JSON", JsonError.values());
    }
}

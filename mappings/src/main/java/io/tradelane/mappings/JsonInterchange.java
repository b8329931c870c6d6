package io.tradelane.mappings;

import io.tradelane.mappings.json.JsonDocuments;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads canonical JSON; who sends it, the door knows, not the document. */
final class JsonInterchange {
    private final Consumer<MessageResult> messages;
    private @Nullable InterchangeHeader first;
    private int count;

    private JsonInterchange(Consumer<MessageResult> messages) {
        this.messages = messages;
    }

    static InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        JsonInterchange interchange = new JsonInterchange(messages);
        List<Finding> findings = JsonDocuments.read(bytes, options.limits(), interchange::message);
        boolean rejected = findings.stream().anyMatch(Finding::isError);
        return new InterchangeResult(Format.JSON, interchange.first, findings, interchange.count, rejected);
    }

    private void message(JsonDocuments.Result result) {
        String reference = result.document() == null ? "" : result.document().number();
        InterchangeHeader header = Headers.without("JSON", Headers.NOBODY, Headers.NOBODY, null, reference);
        if (first == null) {
            first = header;
        }
        MessageType type = new MessageType(result.type() == null ? "" : result.type().name(), "", null);
        messages.accept(new MessageResult(
                header, reference, type, count++, result.byteStart(), result.byteEnd(), result.document(), result.findings()));
    }
}

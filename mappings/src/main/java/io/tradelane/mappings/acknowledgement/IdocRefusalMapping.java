package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.DocumentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's answer as IDoc ALEAUD: 53 posted, 51 not posted with the reasons. It is read as any ALEAUD is. */
public final class IdocRefusalMapping implements IdocMapping<ApplicationAcknowledgementDocument> {

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }

    @Override
    public String messageType() {
        return "ALEAUD";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("ALEAUD01");
    }

    @Override
    public @Nullable ApplicationAcknowledgementDocument read(Idoc idoc) {
        return null;
    }

    @Override
    public void write(ApplicationAcknowledgementDocument answer, IdocSegment root) {
        IdocSegment header = root.append("E1ADHDR");
        if (answer.accepted() || answer.errors().isEmpty()) {
            IdocAuditMapping.state(header, answer.messageReference(), answer.accepted() ? "53" : "51", answer.accepted() ? "S" : "E", null);
        } else {
            answer.errors().forEach(error -> IdocAuditMapping.state(header, answer.messageReference(), "51", "E", error.text()));
        }
    }
}

package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDoc STATUS: the status of IDocs that its receiver sent, as an EDI subsystem or a partner reports it. */
public final class IdocStatusMapping implements IdocMapping<SyntaxAcknowledgementDocument> {
    private static final String ACCEPTED = "16";
    private static final String REFUSED = "17";
    private static final String TRANSLATED = "06";

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    @Override
    public String messageType() {
        return "STATUS";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("SYSTAT01");
    }

    @Override
    public @Nullable SyntaxAcknowledgementDocument read(Idoc idoc) {
        IdocStates states = new IdocStates(idoc);
        idoc.segments("E1STATS").forEach(state -> states.add(state, state, ""));
        return states.document();
    }

    @Override
    public void write(SyntaxAcknowledgementDocument answer, IdocSegment root) {
        if (answer.messages().isEmpty()) {
            state(root, answer, answer.interchangeReference(), answer.action(), answer.error() == null ? null : answer.error().value());
        }
        for (Message message : answer.messages()) {
            if (message.action() == Action.REJECTED && !message.errors().isEmpty()) {
                message.errors().forEach(error -> state(root, answer, message.reference(), Action.REJECTED, error.value()));
            } else {
                state(root, answer, message.reference(), message.action(), null);
            }
        }
    }

    private static void state(IdocSegment root, SyntaxAcknowledgementDocument answer, String number, Action action, @Nullable String text) {
        String status = action == Action.REJECTED ? REFUSED : action == Action.RECEIVED ? TRANSLATED : ACCEPTED;
        root.append("E1STATS").set("TABNAM", "EDI_DS40").set("DOCNUM", IdocStates.padded(number)).set("LOGDAT", answer.issueDate()).set("STATUS", status)
                .set("STATYP", action == Action.REJECTED ? "E" : "S").set("STATXT", IdocStates.text(text));
    }
}

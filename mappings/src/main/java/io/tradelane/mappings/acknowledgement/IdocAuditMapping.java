package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDoc ALEAUD: what became of IDocs in the receiving system. E1PRTOB names the one that was sent, E1STATE alone where it is missing. */
public final class IdocAuditMapping implements IdocMapping<SyntaxAcknowledgementDocument> {

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
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
    public @Nullable SyntaxAcknowledgementDocument read(Idoc idoc) {
        IdocStates states = new IdocStates(idoc);
        for (IdocSegment header : idoc.segments("E1ADHDR")) {
            String type = header.has("MESTYP_LNG") ? header.value("MESTYP_LNG") : header.value("MESTYP");
            for (IdocSegment state : header.children("E1STATE")) {
                List<IdocSegment> objects = state.children("E1PRTOB");
                for (IdocSegment object : objects) {
                    states.add(object.has("DOCNUM") ? object : state, state, type);
                }
                if (objects.isEmpty()) {
                    states.add(state, state, type);
                }
            }
        }
        return states.document();
    }

    @Override
    public void write(SyntaxAcknowledgementDocument answer, IdocSegment root) {
        List<Message> messages = answer.messages().isEmpty()
                ? List.of(new Message(answer.interchangeReference(), "", answer.action(), answer.error() == null ? List.of() : List.of(answer.error())))
                : answer.messages();
        for (Message message : messages) {
            IdocSegment header = root.append("E1ADHDR");
            String type = message.identifier().split(":")[0];
            header.set("MESTYP", type.length() <= 6 ? type : null).set("MESTYP_LNG", type);
            if (message.errors().isEmpty() || message.action() != Action.REJECTED) {
                state(header, message.reference(), IdocStates.posted(message.action()), message.action() == Action.REJECTED ? "E" : "S", null);
            } else {
                for (SyntaxError error : message.errors()) {
                    state(header, message.reference(), IdocStates.status(error), "E", error.value());
                }
            }
        }
    }

    static void state(IdocSegment header, String number, String status, String kind, @Nullable String text) {
        IdocSegment state = header.append("E1STATE").set("DOCNUM", IdocStates.padded(number)).set("STATUS", status).set("STATYP", kind)
                .set("STATXT", IdocStates.text(text));
        state.append("E1PRTOB").set("DOCNUM", IdocStates.padded(number));
    }
}

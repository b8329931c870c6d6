package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import org.jspecify.annotations.Nullable;

/** CONTRL (ISO 9735-4) and {@link SyntaxAcknowledgementDocument}. Its number is the message reference, UNH 0062. */
public final class SyntaxAcknowledgementMapping implements EdifactMapping<SyntaxAcknowledgementDocument> {
    private static final Codes<Action> ACTIONS = Codes.of(new Action[] {Action.REJECTED, Action.ACKNOWLEDGED, Action.RECEIVED}, Action::code);

    @Override
    public String message() {
        return "CONTRL";
    }

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    @Override
    public boolean service() {
        return true;
    }

    @Override
    public @Nullable SyntaxAcknowledgementDocument read(Row message, MappingReport report) {
        String interchange = message.text("interchange");
        Action action = action(message, report);
        if (interchange == null) {
            report.add(MappingError.REFERENCE_MISSING, message.position(), null, "UCI 0020");
        }
        if (interchange == null || action == null) {
            return null;
        }
        return new SyntaxAcknowledgementDocument(
                report.reference(),
                Headers.envelopeDate(report),
                interchange,
                address(message.text("sender"), message.text("senderQualifier")),
                address(message.text("recipient"), message.text("recipientQualifier")),
                action,
                message.text("error") == null ? null : MessageResponseRows.error(message, null),
                MessageResponseRows.read(message, report));
    }

    static @Nullable Action action(Row row, MappingReport report) {
        Action action = ACTIONS.find(row.text("action"));
        if (action == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), row.text("action"), ACTIONS.list());
        }
        return action;
    }

    private static String address(@Nullable String id, @Nullable String qualifier) {
        return new PartyAddress(id == null ? "" : id, qualifier).toString();
    }

    @Override
    public void write(SyntaxAcknowledgementDocument acknowledgement, Row message, String directory) {
        message.set("interchange", acknowledgement.interchangeReference()).set("action", acknowledgement.action().code());
        address(message, "sender", acknowledgement.senderIdentifier());
        address(message, "recipient", acknowledgement.recipientIdentifier());
        SyntaxError error = acknowledgement.error();
        if (error != null) {
            MessageResponseRows.write(error, message);
        }
        MessageResponseRows.write(acknowledgement.messages(), message);
    }

    private static void address(Row row, String field, String address) {
        int colon = address.lastIndexOf(':');
        row.set(field, colon < 0 ? address : address.substring(0, colon));
        row.set(field + "Qualifier", colon < 0 ? null : address.substring(colon + 1));
    }
}

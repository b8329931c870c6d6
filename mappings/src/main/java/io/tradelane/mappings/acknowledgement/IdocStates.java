package io.tradelane.mappings.acknowledgement;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Status values of IDocs (table TEDS1) by what they mean to the sender, and the answers that they make up by DOCNUM. */
final class IdocStates {
    private static final Set<String> GOOD = Set.of("12", "14", "16", "24", "41", "52", "53");
    private static final Set<String> BAD = Set.of(
            "02", "04", "05", "07", "09", "11", "13", "15", "17", "20", "21", "23", "25", "26", "27", "29", "34", "36", "37", "40", "51", "54",
            "56", "57", "60", "61", "63", "65", "68");
    private static final int TEXT = 70;

    private final Idoc idoc;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    IdocStates(Idoc idoc) {
        this.idoc = idoc;
    }

    /** @param named has the DOCNUM of what is answered @param type of message answered */
    void add(IdocSegment named, IdocSegment state, String type) {
        String number = named.key("DOCNUM");
        if (number == null) {
            idoc.report().add(MappingError.REFERENCE_MISSING, named, "DOCNUM", null, "DOCNUM");
            return;
        }
        String status = state.value("STATUS");
        Action action = BAD.contains(status) ? Action.REJECTED : GOOD.contains(status) ? Action.ACKNOWLEDGED : Action.RECEIVED;
        Message before = messages.get(number);
        List<SyntaxError> errors = new ArrayList<>(before == null || action != Action.REJECTED ? List.of() : before.errors());
        if (action == Action.REJECTED) {
            BigDecimal segment = state.number("SEGNUM");
            boolean placed = segment != null && segment.signum() > 0;
            errors.add(new SyntaxError(status, null, placed ? Integer.valueOf(segment.intValue()) : null, null, null, state.text("STATXT")));
        }
        // The last status counts: what was refused may have been posted since.
        messages.put(number, new Message(number, type, action, List.copyOf(errors)));
    }

    @Nullable SyntaxAcknowledgementDocument document() {
        if (messages.isEmpty()) {
            if (!idoc.report().hasErrors()) {
                idoc.report().add(MappingError.REFERENCE_MISSING, idoc.segments().getFirst(), "DOCNUM", null, "DOCNUM");
            }
            return null;
        }
        LocalDate sent = Values.sent(idoc);
        String first = messages.keySet().iterator().next();
        return new SyntaxAcknowledgementDocument(
                idoc.number().isEmpty() ? first : idoc.number(), sent, first, partner("RCV"), partner("SND"),
                action(messages.values()), null, List.copyOf(messages.values()));
    }

    /** A GLN, else the partner's number. */
    private String partner(String side) {
        String address = idoc.control().value(side + "LAD");
        return CheckDigit.isGln(address) ? address : idoc.control().value(side + "PRN");
    }

    private static Action action(Iterable<Message> messages) {
        boolean rejected = true;
        boolean received = true;
        for (Message message : messages) {
            rejected &= message.action() == Action.REJECTED;
            received &= message.action() == Action.RECEIVED;
        }
        return rejected ? Action.REJECTED : received ? Action.RECEIVED : Action.ACKNOWLEDGED;
    }

    /** What is written of an IDoc without an error of its own. */
    static String posted(Action action) {
        return action == Action.REJECTED ? "51" : action == Action.RECEIVED ? "50" : "53";
    }

    /** Its own, when it is one of IDocs. */
    static String status(SyntaxError error) {
        return BAD.contains(error.code()) ? error.code() : "51";
    }

    /** Numbers have 16 places. */
    static String padded(String number) {
        boolean digits = number.length() < 16 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? "0".repeat(16 - number.length()) + number : number;
    }

    /** A status text is cut: the whole is in the report of who sends it. */
    static @Nullable String text(@Nullable String text) {
        return text == null || text.length() <= TEXT ? text : text.substring(0, TEXT - 1) + "~";
    }
}

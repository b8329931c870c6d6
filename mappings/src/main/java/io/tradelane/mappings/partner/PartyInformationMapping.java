package io.tradelane.mappings.partner;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PARTIN and {@link PartyInformationDocument}. All entries of one message share what is done with them (BGM 1225). */
public final class PartyInformationMapping implements EdifactMapping<PartyInformationDocument> {

    @Override
    public String message() {
        return "PARTIN";
    }

    @Override
    public DocumentType type() {
        return DocumentType.PARTY_INFORMATION;
    }

    @Override
    public boolean writes(PartyInformationDocument document) {
        return document.entries().stream().map(Entry::action).distinct().count() <= 1;
    }

    @Override
    public @Nullable PartyInformationDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Action action = action(message, report);
        List<Party> described = PartyRows.readEach(message.rows("entries"));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < described.size(); i++) {
            entries.add(entry(message.rows("entries").get(i), described.get(i), action));
        }
        return number == null ? null : new PartyInformationDocument(
                number, Headers.issueDate(message, report), message.date("validFrom"), PartyRows.readPlain(message), List.copyOf(entries));
    }

    private static Action action(Row message, MappingReport report) {
        String code = message.text("function");
        return switch (code == null ? "9" : code) {
            case "2", "9", "31" -> Action.ADD;
            case "4", "5", "33", "36" -> Action.CHANGE;
            case "1", "3", "40" -> Action.DELETE;
            default -> {
                report.add(MappingError.CODE_ASSUMED, message.position(), code, "4");
                yield Action.CHANGE;
            }
        };
    }

    private static Entry entry(Row row, Party party, Action action) {
        return new Entry(
                action, party, row.text("partOf"), channel(row, "TE", "AL"), channel(row, "EM"), row.text("account"), row.text("bic"));
    }

    /** COM 3155: telephone or mobile, electronic mail. */
    private static @Nullable String channel(Row entry, String... kinds) {
        for (String kind : kinds) {
            for (Row contact : entry.rows("contacts")) {
                for (Row channel : contact.rows("channels")) {
                    if (kind.equals(channel.text("kind"))) {
                        return channel.text("number");
                    }
                }
            }
        }
        return null;
    }

    @Override
    public void write(PartyInformationDocument information, Row message, String directory) {
        Action action = information.entries().isEmpty() ? Action.CHANGE : information.entries().getFirst().action();
        String function = switch (action) {
            case ADD -> "2";
            case CHANGE -> "4";
            case DELETE -> "3";
        };
        message.set("kind", "10").set("number", information.number()).set("function", function);
        message.set("issueDate", information.issueDate()).set("validFrom", information.validFrom());
        PartyRows.write(information.parties(), message);
        for (Entry entry : information.entries()) {
            Row row = message.add("entries");
            PartyRows.write(entry.party(), row);
            row.set("partOf", entry.partOf()).set("account", entry.bankAccount()).set("bic", entry.bic());
            writeChannel(row, "TE", entry.phone());
            writeChannel(row, "EM", entry.email());
        }
    }

    private static void writeChannel(Row row, String kind, @Nullable String number) {
        if (number != null) {
            row.add("channels").set("kind", kind).set("number", number);
        }
    }
}

package io.tradelane.mappings.transport;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import io.tradelane.trading.document.TransportInstructionDocument.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** IFTMIN and {@link TransportInstructionDocument}. */
public final class TransportInstructionMapping implements EdifactMapping<TransportInstructionDocument> {
    private static final Codes<Function> FUNCTIONS = Codes.of(Function.values(), Function::code);
    /** 8051: main carriage. */
    private static final String MAIN_CARRIAGE = "20";
    /** 3227: places of departure, collection and loading; the others are where goods go. */
    private static final Set<String> STARTS = Set.of("5", "9", "1", "10", "88", "176");

    @Override
    public String message() {
        return "IFTMIN";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_INSTRUCTION;
    }

    @Override
    public boolean writes(TransportInstructionDocument document) {
        return document.kind() == Kind.TRANSPORT;
    }

    @Override
    public @Nullable TransportInstructionDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        String code = message.text("function");
        Function function = code == null || code.equals("46") || code.equals("47") ? Function.ORIGINAL
                : code.equals("5") ? Function.CHANGE : FUNCTIONS.find(code);
        if (function == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, message.position(), code, FUNCTIONS.list());
        }
        List<Goods> goods = GoodsRows.read(message, report);
        if (number == null || function == null) {
            return null;
        }
        return new TransportInstructionDocument(
                number,
                Kind.TRANSPORT,
                function,
                Headers.issueDate(message, report),
                message.text("mode"),
                message.text("terms"),
                Times.read(message, "pickUpAt"),
                Times.read(message, "deliverAt"),
                PartyRows.read(message),
                ReferenceRows.read(message),
                TextRows.note(message),
                stops(message),
                goods);
    }

    private static List<Stop> stops(Row message) {
        List<Stop> stops = new ArrayList<>();
        for (Row row : message.rows("stops")) {
            String activity = row.text("activity");
            String place = row.text("place");
            PartyRole role = activity != null && STARTS.contains(activity) ? PartyRole.SHIP_FROM : PartyRole.SHIP_TO;
            List<Identifier> ids = place == null ? List.of() : List.of(new Identifier(Scheme.OTHER, place));
            Party party = place == null && row.text("name") == null ? null : new Party(role, ids, row.text("name"), null, null);
            stops.add(new Stop(stops.size() + 1, activity, party, Times.read(row, "from"), Times.read(row, "to")));
        }
        return List.copyOf(stops);
    }

    @Override
    public void write(TransportInstructionDocument instruction, Row message, String directory) {
        message.set("kind", "610").set("number", instruction.number()).set("function", instruction.function().code());
        message.set("issueDate", instruction.issueDate()).set("terms", instruction.terms());
        Times.write(message, "pickUpAt", instruction.pickUpAt());
        Times.write(message, "deliverAt", instruction.deliverAt());
        TextRows.writeNote(instruction.note(), message);
        ReferenceRows.write(instruction.references(), message);
        if (instruction.mode() != null) {
            message.set("stage", MAIN_CARRIAGE).set("mode", instruction.mode());
        }
        PartyRows.write(instruction.parties(), message);
        for (Stop stop : instruction.stops()) {
            Row row = message.add("stops").set("activity", stop.activity() == null ? "7" : stop.activity());
            Times.write(row, "from", stop.from());
            Times.write(row, "to", stop.to());
            if (stop.place() != null) {
                row.set("place", stop.place().identifiers().stream().map(Identifier::value).findFirst().orElse(null));
                row.set("name", stop.place().name());
            }
        }
        GoodsRows.write(instruction.goods(), message, directory);
    }
}

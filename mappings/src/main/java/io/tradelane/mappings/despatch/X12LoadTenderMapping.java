package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import io.tradelane.trading.document.TransportInstructionDocument.Stop;
import io.tradelane.trading.document.TransportInstructionDocument;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X12 204 and {@link TransportInstructionDocument} for a carrier. */
public final class X12LoadTenderMapping implements X12Mapping<TransportInstructionDocument> {
    /** 432: pick-up from and to, delivery from and to. */
    private static final String[] EARLIEST = {"37", "53", "69", "64", "10", "02", "68", "17", "11"};
    private static final String[] LATEST = {"38", "54", "70", "65"};
    /** 163: loading, in whole or part. */
    private static final Set<String> LOADING = Set.of("CL", "PL", "LD", "RT", "PU");

    @Override
    public String set() {
        return "204";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_INSTRUCTION;
    }

    @Override
    public boolean fits(TransportInstructionDocument document, String version) {
        return document.kind() == Kind.TRANSPORT;
    }

    @Override
    public @Nullable TransportInstructionDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "B204");
        Function function = switch (String.valueOf(set.text("purpose"))) {
            case "01", "03" -> Function.CANCELLATION;
            case "04", "05" -> Function.CHANGE;
            default -> Function.ORIGINAL;
        };
        List<Stop> stops = new ArrayList<>();
        List<Goods> goods = new ArrayList<>();
        for (Row row : set.rows("stops")) {
            stops.add(stop(row, stops.size() + 1));
            TenderGoods.read(row, goods);
        }
        if (number == null) {
            return null;
        }
        List<Party> parties = new ArrayList<>(Names.read(set));
        if (set.text("carrier") != null && parties.stream().noneMatch(party -> party.role() == PartyRole.CARRIER)) {
            parties.add(new Party(PartyRole.CARRIER, List.of(new Party.Identifier(Party.Scheme.OTHER, set.text("carrier"), "2")), null, null, null));
        }
        OffsetDateTime pickUp = stops.stream().filter(s -> LOADING.contains(String.valueOf(s.activity()))).map(Stop::from).filter(f -> f != null).findFirst().orElse(null);
        OffsetDateTime deliver = stops.reversed().stream().filter(s -> !LOADING.contains(String.valueOf(s.activity()))).map(Stop::from).filter(f -> f != null).findFirst().orElse(null);
        return new TransportInstructionDocument(
                number, Kind.TRANSPORT, function, Headers.envelopeDate(report), "3", null, pickUp, deliver,
                List.copyOf(parties), Refs.read(set), set.text("note"), List.copyOf(stops), List.copyOf(goods));
    }

    private static Stop stop(Row row, int place) {
        BigDecimal sequence = row.decimal("sequence");
        String activity = row.text("reason");
        PartyRole role = LOADING.contains(String.valueOf(activity)) ? PartyRole.SHIP_FROM : PartyRole.SHIP_TO;
        Party party = row.rows("parties").isEmpty() ? null : Names.party(role, row.rows("parties").getFirst());
        return new Stop(sequence == null ? place : sequence.intValue(), activity, party, Dates.instant(row, EARLIEST), Dates.instant(row, LATEST));
    }

    @Override
    public void write(TransportInstructionDocument instruction, Row set, String version) {
        String carrier = instruction.party(PartyRole.CARRIER).flatMap(party -> party.identifiers().stream()
                .filter(id -> id.scheme() == Party.Scheme.OTHER && id.value().matches("[A-Z]{2,4}")).map(Party.Identifier::value).findFirst()).orElse(null);
        set.set("carrier", carrier).set("number", instruction.number()).set("payment", "PP").set("application", "LT");
        set.set("purpose", switch (instruction.function()) {
            case ORIGINAL -> "00";
            case CHANGE -> "04";
            case CANCELLATION -> "01";
        });
        Refs.write(instruction.references(), set);
        if (instruction.note() != null) {
            set.set("noteKind", "GEN").set("note", instruction.note());
        }
        Names.write(instruction.parties().stream().filter(party -> carrier == null || party.role() != PartyRole.CARRIER).toList(), set);
        List<Stop> stops = instruction.stops().isEmpty() ? ends(instruction) : instruction.stops();
        boolean first = true;
        for (Stop stop : stops) {
            Row row = set.add("stops").set("sequence", BigDecimal.valueOf(stop.sequence())).set("reason", stop.activity() == null ? first ? "CL" : "CU" : stop.activity());
            boolean loading = LOADING.contains(String.valueOf(row.text("reason")));
            Dates.write(row, loading ? "37" : "53", stop.from());
            Dates.write(row, loading ? "38" : "54", stop.to());
            if (stop.place() != null) {
                Names.write(stop.place(), row.add("parties"));
            }
            if (first) {
                TenderGoods.write(instruction.goods(), row);
            }
            first = false;
        }
    }

    private static List<Stop> ends(TransportInstructionDocument instruction) {
        return List.of(
                new Stop(1, "CL", instruction.party(PartyRole.SHIP_FROM).orElse(null), instruction.pickUpAt(), null),
                new Stop(2, "CU", instruction.party(PartyRole.SHIP_TO).orElse(null), instruction.deliverAt(), null));
    }
}

package io.tradelane.mappings.transport;

import io.tradelane.mappings.shared.idoc.DeliveryPartners;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportInstructionDocument.Stop;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Legs (E1EDK33) and their ends (E1EDT44: 001 where it begins, 002 where it ends), as stops: one leg begins where the last ended. */
final class IdocStops {
    private static final String BEGIN = "001";
    private static final String END = "002";
    private static final String[] PLACES = {"KNOTE", "VSTEL", "WERKS", "KUNNR", "LIFNR", "ADRNR"};

    private IdocStops() {}

    static List<Stop> read(IdocSegment shipment) {
        List<Stop> stops = new ArrayList<>();
        for (IdocSegment leg : shipment.children("E1EDK33")) {
            for (String qualifier : new String[] {BEGIN, END}) {
                IdocSegment end = leg.child("E1EDT44", "QUALI", qualifier);
                Party place = end == null ? null : place(end, qualifier.equals(BEGIN) ? PartyRole.SHIP_FROM : PartyRole.SHIP_TO);
                boolean there = !stops.isEmpty() && place != null && same(stops.getLast().place(), place);
                if (place != null && !there) {
                    IdocSegment deadline = leg.child("E1EDT45", "QUALF", qualifier.equals(BEGIN) ? "006" : "007");
                    stops.add(new Stop(stops.size() + 1, null, place, time(deadline, "NTANF", "NTANZ"), time(deadline, "NTEND", "NTENZ")));
                }
            }
        }
        return List.copyOf(stops);
    }

    private static boolean same(@Nullable Party one, Party other) {
        return one != null && one.identifiers().equals(other.identifiers()) && !other.identifiers().isEmpty();
    }

    private static @Nullable Party place(IdocSegment end, PartyRole role) {
        List<Identifier> identifiers = new ArrayList<>();
        for (String field : PLACES) {
            String number = end.key(field);
            if (number != null && identifiers.isEmpty()) {
                identifiers.add(new Identifier(Scheme.OTHER, number));
            }
        }
        IdocSegment address = end.child("E1ADRM6");
        Party named = address == null ? null : DeliveryPartners.party(address, role, null);
        IdocSegment described = end.child("E1EDT49");
        String name = named == null ? described == null ? null : described.text("KNOTE_BEZ") : named.name();
        boolean none = identifiers.isEmpty() && name == null && named == null;
        return none ? null : new Party(role, List.copyOf(identifiers), name, named == null ? null : named.address(), null);
    }

    private static @Nullable OffsetDateTime time(@Nullable IdocSegment deadline, String day, String time) {
        LocalDateTime at = deadline == null ? null : Values.time(deadline, day, time);
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static void write(List<Stop> stops, @Nullable String terms, IdocSegment shipment) {
        for (int i = 0; i + 1 < stops.size() || i == 0 && stops.size() == 1; i++) {
            IdocSegment leg = shipment.append("E1EDK33").set("TSNUM", "000" + (i + 1)).set("TSRFO", "000" + (i + 1)).set("INCO1", terms);
            end(stops.get(i), BEGIN, leg);
            if (i + 1 < stops.size()) {
                end(stops.get(i + 1), END, leg);
            }
        }
    }

    private static void end(Stop stop, String qualifier, IdocSegment leg) {
        Party place = stop.place();
        if (place == null) {
            return;
        }
        IdocSegment end = leg.append("E1EDT44").set("QUALI", qualifier)
                .set("KNOTE", place.identifiers().isEmpty() ? null : place.identifiers().getFirst().value());
        if (place.name() != null || place.address() != null) {
            DeliveryPartners.write(new Party(place.role(), List.of(), place.name(), place.address(), null), end.append("E1ADRM6"), null);
        }
        if (stop.from() != null || stop.to() != null) {
            IdocSegment deadline = leg.append("E1EDT45").set("QUALF", qualifier.equals(BEGIN) ? "006" : "007");
            time(stop.from(), deadline, "NTANF", "NTANZ");
            time(stop.to(), deadline, "NTEND", "NTENZ");
        }
    }

    private static void time(@Nullable OffsetDateTime at, IdocSegment deadline, String day, String time) {
        if (at != null) {
            OffsetDateTime utc = at.withOffsetSameInstant(ZoneOffset.UTC);
            deadline.set(day, utc.toLocalDate()).set(time, IdocValues.text(utc.toLocalTime()));
        }
    }
}

package io.tradelane.mappings.transport;

import io.tradelane.mappings.shared.idoc.DeliveryPartners;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.document.TransportInstructionDocument.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc SHPMNT: a shipment with its deadlines, legs and deliveries. */
public final class IdocShipmentMapping implements IdocMapping<TransportInstructionDocument> {
    private static final String DEADLINE = "E1EDT10";
    private static final String START = "006";
    private static final String END = "007";
    private static final int WIDTH = 132;
    /** Shipping types of the standard system and UN/ECE Recommendation 19. */
    private static final Map<String, String> MODES = Map.of("01", "3", "02", "5", "03", "2", "04", "1", "05", "4");
    private static final Map<String, Function> FUNCTIONS = Map.of("CHG", Function.CHANGE, "CAN", Function.CANCELLATION);

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_INSTRUCTION;
    }

    @Override
    public String messageType() {
        return "SHPMNT";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("SHPMNT05");
    }

    @Override
    public @Nullable TransportInstructionDocument read(Idoc idoc) {
        IdocSegment shipment = idoc.segment("E1EDT20");
        if (shipment == null) {
            return null;
        }
        String number = Values.number(shipment.has("TKNUM") ? shipment.key("TKNUM") : shipment.text("EXTI1"), idoc, shipment, "TKNUM");
        List<Party> parties = new ArrayList<>(DeliveryPartners.read(shipment, "E1ADRM4", "E1ADRE4"));
        for (IdocSegment delivery : shipment.children("E1EDL20")) {
            DeliveryPartners.read(delivery, "E1ADRM1", "E1ADRE1").stream()
                    .filter(party -> parties.stream().noneMatch(known -> known.role() == party.role())).forEach(parties::add);
        }
        IdocShipmentGoods goods = new IdocShipmentGoods(shipment);
        LocalDate sent = Values.sent(idoc);
        return number == null ? null : new TransportInstructionDocument(
                number, Kind.TRANSPORT, FUNCTIONS.getOrDefault(shipment.value("SIGNI"), Function.ORIGINAL), sent,
                MODES.get(shipment.value("VSART")), terms(shipment), time(shipment, START, "003"), time(shipment, END, null), List.copyOf(parties),
                goods.references(), Texts.read(shipment.children(), "E1TXTH6", "E1TXTP6"), IdocStops.read(shipment), goods.read());
    }

    private static @Nullable String terms(IdocSegment shipment) {
        for (String type : new String[] {"E1EDK33", "E1EDL20"}) {
            for (IdocSegment segment : shipment.children(type)) {
                if (segment.has("INCO1")) {
                    return segment.text("INCO1");
                }
            }
        }
        return null;
    }

    private static @Nullable OffsetDateTime time(IdocSegment shipment, String qualifier, @Nullable String instead) {
        IdocSegment deadline = shipment.child(DEADLINE, "QUALF", qualifier);
        LocalDateTime at = deadline == null ? null : Values.time(deadline, "NTANF", "NTANZ");
        at = at == null && deadline != null ? Values.time(deadline, "ISDD", "ISDZ") : at;
        return at != null ? at.atOffset(ZoneOffset.UTC) : instead == null ? null : time(shipment, instead, null);
    }

    @Override
    public void write(TransportInstructionDocument instruction, IdocSegment root) {
        IdocSegment shipment = root.append("E1EDT20").set(instruction.number().length() <= 10 ? "TKNUM" : "EXTI1", instruction.number());
        MODES.forEach((code, mode) -> shipment.set("VSART", mode.equals(instruction.mode()) ? code : null));
        FUNCTIONS.forEach((code, function) -> shipment.set("SIGNI", function == instruction.function() ? code : null));
        DeliveryPartners.write(instruction.parties(), shipment, "E1ADRM4", "E1ADRE4");
        deadline(shipment, START, instruction.pickUpAt());
        deadline(shipment, END, instruction.deliverAt());
        Texts.write(instruction.note(), shipment, "E1TXTH6", "E1TXTP6", WIDTH);
        IdocStops.write(instruction.stops(), instruction.terms(), shipment);
        String delivery = instruction.references().stream().filter(reference -> reference.kind() == Reference.Kind.DESPATCH_ADVICE)
                .map(Reference::number).findFirst().orElse(null);
        IdocShipmentGoods.write(instruction.goods(), delivery, instruction.terms(), shipment);
    }

    private static void deadline(IdocSegment shipment, String qualifier, @Nullable OffsetDateTime at) {
        if (at != null) {
            OffsetDateTime utc = at.withOffsetSameInstant(ZoneOffset.UTC);
            shipment.append(DEADLINE).set("QUALF", qualifier).set("NTANF", utc.toLocalDate()).set("NTANZ", IdocValues.text(utc.toLocalTime()))
                    .set("TZONE_BEG", "UTC");
        }
    }
}

package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier packs goes out as it packed it, and never more than is open. */
class PackingTest extends DealFixture {
    @Autowired DespatchAdvices advices;
    @Autowired SsccNumbers ssccs;
    @Autowired ExpectedGoods goods;

    private CommandResult pack(UUID request, OrderView order, Packing.Unit... units) {
        return asPerson(supplier, () -> advices.pack(new Packing(request, order.id(), "CU-1", null, null, List.of(units))));
    }

    private static Packing.Unit unit(String type, OrderView order, long bolts, long nuts) {
        List<Packing.Content> contents = new ArrayList<>();
        if (bolts > 0) {
            contents.add(new Packing.Content(order.lines().get(0).id(), BigDecimal.valueOf(bolts), "L-7", LocalDate.of(2027, 5, 1), List.of()));
        }
        if (nuts > 0) {
            contents.add(new Packing.Content(order.lines().get(1).id(), BigDecimal.valueOf(nuts), null, null, List.of()));
        }
        return new Packing.Unit(type, contents, null);
    }

    @Test
    void eachPackageHasWhatWasPutInAndAnSsccOfTheCompanysPrefix() {
        assertThat(asPerson(supplier, () -> ssccs.set(supplier, "69012345"))).isInstanceOf(CommandResult.Done.class);
        OrderView order = confirmed();
        UUID request = Ids.next();
        CommandResult sent = pack(request, order, unit("PX", order, 60, 50), unit("CT", order, 10, 0));
        assertThat(sent).isInstanceOf(CommandResult.Done.class);
        assertThat(pack(request, order, unit("CT", order, 1, 0))).as("the same request once more").isInstanceOf(CommandResult.AlreadyDone.class);
        ShipmentView shipment = hub(() -> advices.find(((CommandResult.Done) sent).id())).orElseThrow();
        assertThat(shipment.packages()).extracting(ShipmentView.Package::sscc).containsExactly(sscc("00000001"), sscc("00000002"));
        assertThat(shipment.packages()).extracting(unit -> unit.packageType() + unit.lines().size()).containsExactly("PX2", "CT1");
        assertThat(shipment.packages().getFirst().lines().getFirst().batch()).isEqualTo("L-7");
        assertThat(order(order.id()).lines().getFirst().open()).isEqualByComparingTo("30");
        assertThat(outbox(supplier, buyer)).contains("DESPATCH_ADVICE");
    }

    @Test
    void packagesOfOneNumberStandOnOnePalletWithAnSsccOfItsOwnAndSerialNumbersAreKept() {
        OrderView order = confirmed();
        UUID line = order.lines().getFirst().id();
        CommandResult sent = pack(Ids.next(), order, serial(line, 1, "S-1", "S-2"), serial(line, 1, "S-3"), serial(line, null));
        ShipmentView shipment = hub(() -> advices.find(((CommandResult.Done) sent).id())).orElseThrow();
        assertThat(shipment.packages()).hasSize(4).extracting(ShipmentView.Package::sscc).doesNotHaveDuplicates().doesNotContainNull();
        ShipmentView.Package pallet = shipment.arranged().getFirst();
        assertThat(pallet.packageType()).isEqualTo("PX");
        assertThat(pallet.lines()).isEmpty();
        assertThat(shipment.on(pallet)).extracting(ShipmentView.Package::position).containsExactly(1, 2);
        assertThat(shipment.arranged()).extracting(ShipmentView.Package::position).containsExactly(4, 1, 2, 3);
        assertThat(shipment.packages().getFirst().lines().getFirst().serials()).containsExactly("S-1", "S-2");
        assertThat(hub(() -> goods.find(buyer, pallet.sscc()))).singleElement().satisfies(found -> assertThat(found.packages()).isEqualTo(2));
        assertThat(pack(Ids.next(), order, serial(line, 1, "S-4"), serial(line, 1, "S-4"))).isEqualTo(CommandResult.invalid("units[1]", "serial-twice"));
        assertThat(pack(Ids.next(), order, serial(line, 1, "A", "B", "C"))).isEqualTo(CommandResult.invalid("units[0]", "serials-many"));
        assertThat(pack(Ids.next(), order, serial(line, 100))).isEqualTo(CommandResult.invalid("units[0].pallet", "out-of-range"));
    }

    private static Packing.Unit serial(UUID line, @Nullable Integer pallet, String... serials) {
        return new Packing.Unit("CT", List.of(new Packing.Content(line, BigDecimal.TWO, null, null, List.of(serials))), pallet);
    }

    private static String sscc(String serial) {
        String body = "0" + "69012345" + serial;
        return body + CheckDigit.of(body);
    }

    @Test
    void whatIsNotOpenIsNotPackedAndTakesNoNumber() {
        OrderView order = confirmed();
        assertThat(pack(Ids.next(), order, unit("CT", order, 60, 0), unit("CT", order, 41, 0))).isEqualTo(CommandResult.invalid("lines[1]", "more-than-open"));
        assertThat(pack(Ids.next(), order, unit("CT", order, 0, 0))).isEqualTo(CommandResult.invalid("units[0]", "empty-package"));
        CommandResult sent = pack(Ids.next(), order, unit("CT", order, 100, 0));
        String first = hub(() -> advices.find(((CommandResult.Done) sent).id())).orElseThrow().packages().getFirst().sscc();
        assertThat(first.substring(8, 17)).as("the counter has no gap").isEqualTo("000000001");
        assertThat(asPerson(buyer, () -> advices.pack(new Packing(Ids.next(), order.id(), null, null, null, List.of(unit("CT", order, 0, 1)))))).isInstanceOf(CommandResult.NotFound.class);
        assertThat(asPerson(supplier, () -> ssccs.set(supplier, "12"))).isEqualTo(CommandResult.invalid("prefix", "gs1-prefix"));
    }
}

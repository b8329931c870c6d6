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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier packs goes out as it packed it, and never more than is open. */
class PackingTest extends DealFixture {
    @Autowired DespatchAdvices advices;
    @Autowired SsccNumbers ssccs;

    private CommandResult pack(UUID request, OrderView order, Packing.Unit... units) {
        return asPerson(supplier, () -> advices.pack(new Packing(request, order.id(), "CU-1", null, null, List.of(units))));
    }

    private static Packing.Unit unit(String type, OrderView order, long bolts, long nuts) {
        List<Packing.Content> contents = new ArrayList<>();
        if (bolts > 0) {
            contents.add(new Packing.Content(order.lines().get(0).id(), BigDecimal.valueOf(bolts), "L-7", LocalDate.of(2027, 5, 1)));
        }
        if (nuts > 0) {
            contents.add(new Packing.Content(order.lines().get(1).id(), BigDecimal.valueOf(nuts), null, null));
        }
        return new Packing.Unit(type, contents);
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

package io.tradelane.trading.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.requirement.PastedLines.Column;
import io.tradelane.trading.requirement.PastedLines.Fault;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedLinesTest {

    @Test
    void readsRowsInTheUsualOrder() {
        PastedLines read = PastedLines.read("B-8\tBolt M8\t1,200\tpcs\t2027-01-15\tGate 4\t1500.50\tCNY\r\n\t螺母 M8\t50\t\t2027年2月1日\r\n", "CNY");
        assertThat(read.faults()).isEmpty();
        assertThat(read.left()).isEmpty();
        assertThat(read.lines()).containsExactly(
                new RequirementForm.Line(null, "B-8", null, "Bolt M8", new Quantity(new BigDecimal("1200"), "PCE"), LocalDate.of(2027, 1, 15), "Gate 4", new BigDecimal("1500.50")),
                new RequirementForm.Line(null, null, null, "螺母 M8", Quantity.of(50, "PCE"), LocalDate.of(2027, 2, 1), null, null));
    }

    @Test
    void readsColumnsByTheirHeadingsInEitherLanguage() {
        PastedLines read = PastedLines.read("数量\t单位\t品名\n5\t公斤\t润滑脂\n", "CNY");
        assertThat(read.lines()).containsExactly(new RequirementForm.Line(null, null, null, "润滑脂", Quantity.of(5, "KGM"), null, null, null));
        assertThat(PastedLines.read("Qty\tDescription\n2\tPump", "EUR").lines()).extracting(RequirementForm.Line::description).containsExactly("Pump");
    }

    @Test
    void saysWhatIsWrongByRowAndColumnAndLeavesThoseRows() {
        PastedLines read = PastedLines.read("A\tgood\t1\n\t\t3\tPCE\nB\tx\tmany\tPCE\t31.02.2027\t\t-1\tUSD\nC\tx\t0\tQQQ\n", "CNY");
        assertThat(read.lines()).hasSize(1);
        assertThat(read.faults()).containsExactly(
                new Fault(2, Column.DESCRIPTION, "", "required"),
                new Fault(3, Column.QUANTITY, "many", "number"), new Fault(3, Column.NEED_BY, "31.02.2027", "date"), new Fault(3, Column.BUDGET, "-1", "number"),
                new Fault(3, Column.CURRENCY, "USD", "other-currency"),
                new Fault(4, Column.QUANTITY, "0", "not-positive"), new Fault(4, Column.UNIT, "QQQ", "unit"));
        assertThat(read.left().lines()).hasSize(3);
        assertThat(PastedLines.read(read.left(), "CNY").faults()).extracting(Fault::code).containsExactlyElementsOf(read.faults().stream().map(Fault::code).toList());
    }

    @Test
    void aCellInQuotesMayHoldTabsAndLineEndsAndASignOfInchesIsNone() {
        PastedLines read = PastedLines.read("X\t\"Cover, \"\"large\"\"\nwith bolts\"\t2\nY\tHose 3/4\" black\t1\n", "CNY");
        assertThat(read.lines()).extracting(RequirementForm.Line::description).isEqualTo(List.of("Cover, \"large\" with bolts", "Hose 3/4\" black"));
    }

    @Test
    void moreRowsThanARequirementHoldsAreLeft() {
        PastedLines read = PastedLines.read("\tbolt\t1\n".repeat(RequirementChecks.MOST_LINES + 2), "CNY");
        assertThat(read.lines()).hasSize(RequirementChecks.MOST_LINES);
        assertThat(read.faults()).containsExactly(new Fault(RequirementChecks.MOST_LINES + 1, null, "", "too-large"));
    }
}

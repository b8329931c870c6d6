package io.tradelane.mappings.syntax.x12.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import org.junit.jupiter.api.Test;

class X12DirectoriesTest {
    private static final String[] SETS = {
        "850", "855", "856", "860", "865", "810", "820", "830", "832", "846", "852", "861", "862", "867", "940", "945", "204", "210", "214", "990",
        "997", "999", "824", "TA1"
    };

    @Test
    void everyVersionHasEverySet() {
        for (String version : X12Directories.versions()) {
            X12Directory directory = X12Directories.standard().find(version);
            for (String set : SETS) {
                assertThat(directory.set(set)).as(set + " " + version).isPresent();
                assertThat(directory.rules(directory.set(set).orElseThrow())).hasSameSizeAs(directory.set(set).orElseThrow().nodes());
            }
        }
    }

    @Test
    void theNearestOlderVersionStandsForOneThatIsNotListed() {
        assertThat(X12Directories.standard().find("004012").version()).isEqualTo("004010");
        assertThat(X12Directories.standard().find("005012X222").version()).isEqualTo("005010");
        assertThat(X12Directories.standard().find("003040").version()).isEqualTo("004010");
        assertThat(X12Directories.standard().find("009999").version()).isEqualTo("008060");
        assertThat(X12Directories.standard().find("4010").version()).isEqualTo("004010");
    }

    @Test
    void lengthsGrowWithTheVersions() {
        assertThat(length("004010")).isEqualTo(30);
        assertThat(length("005010")).isEqualTo(50);
    }

    private static int length(String version) {
        SegmentRules reference = X12Directories.standard().find(version).rules(SegmentTag.of("REF"));
        return reference.component(2, 1).element().max();
    }

    @Test
    void conditionsHoldAsTheStandardSays() {
        assertThat(Condition.of("P0304").holds(0b11000)).isTrue();
        assertThat(Condition.of("P0304").holds(0b01000)).isFalse();
        assertThat(Condition.of("R0203").holds(0b00010)).isFalse();
        assertThat(Condition.of("E0203").holds(0b01100)).isFalse();
        assertThat(Condition.of("C0506").holds(0b0100000)).isFalse();
        assertThat(Condition.of("C0506").holds(0b1000000)).isTrue();
        assertThat(Condition.of("L030405").holds(0b001000)).isFalse();
        assertThat(Condition.of("L030405").holds(0b101000)).isTrue();
    }

    @Test
    void namesAreThereInBothLanguages() {
        SegmentRules order = X12Directories.standard().find("004010").rules(SegmentTag.of("BEG"));

        assertThat(order.name()).isEqualTo("Beginning Segment for Purchase Order");
        assertThat(order.chineseName()).isEqualTo("采购订单起始段");
        assertThat(order.part(3).chineseName()).isEqualTo("采购订单号");
    }
}

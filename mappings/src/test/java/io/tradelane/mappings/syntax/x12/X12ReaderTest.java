package io.tradelane.mappings.syntax.x12;

import static io.tradelane.mappings.syntax.x12.Fixture.GS;
import static io.tradelane.mappings.syntax.x12.Fixture.ISA;
import static io.tradelane.mappings.syntax.x12.Fixture.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.X12Error;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12ReaderTest {

    @Test
    void readsAnOrderWithItsEnvelopes() {
        Fixture read = Fixture.read(Fixture.order(ORDER));

        assertThat(read.told()).isEmpty();
        assertThat(read.interchanges.getFirst().sender()).isEqualTo(new PartyAddress("SENDER", "ZZ"));
        assertThat(read.interchanges.getFirst().preparedAt()).isEqualTo(LocalDateTime.of(2026, 3, 2, 10, 0));
        assertThat(read.groups.getFirst().version()).isEqualTo("004010");
        assertThat(read.sets.getFirst().segments()).isEqualTo(6);
        assertThat(read.sets.getFirst().start().type().toString()).isEqualTo("850 004010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~\n", "~\r\n", "\n", "\r\n", "\r", "!", "\u001c", "\u0085", "…", "Ö", "~\r\n\r\n", "'"})
    void anySegmentTerminatorWillDo(String terminator) {
        Fixture read = Fixture.read(Fixture.order(ORDER).replace("~", terminator));

        assertThat(read.told()).isEmpty();
        assertThat(read.sets).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "+", "\t", "\u001d", "^", ";", "\\"})
    void anyElementSeparatorWillDo(String separator) {
        assertThat(Fixture.read(Fixture.order(ORDER).replace("*", separator)).told()).isEmpty();
    }

    @Test
    void aFileWrappedAtEightyCharactersIsReadWithAWord() {
        String wrapped = Fixture.order(ORDER).replaceAll("(.{80})", "$1\r\n");

        Fixture read = Fixture.read(wrapped);

        assertThat(read.findings()).extracting(Finding::code).containsOnly(X12Error.LINE_BREAK_IN_SEGMENT);
        assertThat(read.sets.getFirst().segments()).isEqualTo(6);
    }

    @Test
    void severalInterchangesWithBlankLinesAndAByteOrderMarkFollowOneAnother() {
        String second = Fixture.order(ORDER).replace("000000001", "000000002").replace("*>~", "*>\n").replace("~", "\n");

        Fixture read = Fixture.read("\uFEFF\n\n" + Fixture.order(ORDER) + "\r\n\n" + second + "\n");

        assertThat(read.told()).isEmpty();
        assertThat(read.interchanges).hasSize(2);
        assertThat(read.sets).hasSize(2);
    }

    @Test
    void whatAMailboxPutInFrontIsPassedOver() {
        Fixture read = Fixture.read("$$ADD ID=1 BATCHID=2\n" + Fixture.order(ORDER));

        assertThat(read.told()).containsExactly("TEXT_OUTSIDE_INTERCHANGE null 0");
        assertThat(read.sets).hasSize(1);
    }

    @Test
    void anAcknowledgementBetweenTheEnvelopesIsToldOfAsASet() {
        Fixture read = Fixture.read(ISA + "TA1*000000905*260301*0930*A*000~IEA*1*000000001~");

        assertThat(read.told()).isEmpty();
        assertThat(read.sets.getFirst().start().type().name()).isEqualTo("TA1");
    }

    @Test
    void binarySegmentsAreAsLongAsTheySay() {
        String binary = "~*~ISA*~\n".repeat(20_000);
        Fixture read = Fixture.read(ISA + GS.replace("PO", "PI") + "ST*841*0001~BIN*" + binary.length() + "*" + binary + "~LX*1~SE*4*0001~GE*1*7~IEA*1*000000001~");

        assertThat(read.told()).isEmpty();
        assertThat(read.sets.getFirst().segments()).isEqualTo(4);
    }

    @Test
    void aSetNobodyKnowsIsReadSegmentBySegment() {
        Fixture read = Fixture.read(ISA + GS + "ST*404*0001~ZC1*A*1~DTM*011*20261301~SE*4*0001~GE*1*7~IEA*1*000000001~");

        assertThat(read.told()).containsExactly("DATE_INVALID DTM02 3");
        assertThat(read.sets.getFirst().start().type().name()).isEqualTo("404");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "BEG*00*SA**PO-1*20260302~PO1*1*5*EA~; ELEMENT_MISSING BEG03 2; 1",
        "BEG*00*SA*PO-1**20260230~PO1*1*5*EA~; DATE_INVALID BEG05 2; 8",
        "BEG*00*SA*PO-1**20260302~PO1*1*five*EA~; NOT_NUMERIC PO102 3; 6",
        "BEG*00*SA*PO-1**20260302~PO1*1*5*PIECE~; ELEMENT_TOO_LONG PO103 3; 5",
        "BEG*00*SA*PO-1**20260302~PO1*1*5*E~; ELEMENT_TOO_SHORT PO103 3; 4",
        "BEG*00*SA*PO-1**20260302~DTM*002*20260302*2561~PO1*1*5*EA~; TIME_INVALID DTM03 3; 9",
        "BEG*00*SA*PO-1**20260302~PO1*1**EA~; CONDITION_UNMET PO102 3; 2",
        "BEG*00*SA*PO-1**20260302*1*2*3*4*5*6*7*8~PO1*1*5*EA~; TOO_MANY_ELEMENTS BEG13 2; 3",
        "BEG*00*SA*PO-1>X**20260302~PO1*1*5*EA~; TOO_MANY_COMPONENTS BEG03-2 2; 13",
        "BEG*00*SA*PO-1**20260302~; SEGMENT_MISSING SE 3; 3",
        "BEG*00*SA*PO-1**20260302~CUR*BY*USD~CUR*BY*USD~PO1*1*5*EA~; SEGMENT_REPEATED_TOO_OFTEN CUR 4; 5",
        "BEG*00*SA*PO-1**20260302~AK1*PO*1~PO1*1*5*EA~; SEGMENT_NOT_IN_SET AK1 3; 6",
        "BEG*00*SA*PO-1**20260302~QQQ*1~PO1*1*5*EA~; TAG_INVALID QQQ 3; 1",
        "BEG*00*SA*PO-1**20260302~PO1*1*5*EA~CTT*1~N1*ST*Store~; SEGMENT_OUT_OF_ORDER N1 5; 7",
    })
    void saysWhatIsWrongWhereWithTheStandardsCode(String body, String told, String code) {
        Fixture read = Fixture.read(Fixture.order(body));

        assertThat(read.told()).contains(told.strip());
        assertThat(read.findings()).extracting(finding -> finding.code().standardCode()).contains(code.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "SE*6*0001; SE*9*0001; SEGMENT_COUNT_WRONG; 4",
        "SE*6*0001; SE*6*0002; SET_REFERENCE_MISMATCH; 3",
        "SE*6*0001~; ''; SET_TRAILER_MISSING; 2",
        "GE*1*7; GE*2*7; SET_COUNT_WRONG; 5",
        "GE*1*7; GE*1*8; GROUP_REFERENCE_MISMATCH; 4",
        "GE*1*7~; ''; GROUP_TRAILER_MISSING; 3",
        "IEA*1*000000001; IEA*2*000000001; GROUP_COUNT_WRONG; 021",
        "IEA*1*000000001; IEA*1*000000002; INTERCHANGE_REFERENCE_MISMATCH; 001",
        "IEA*1*000000001~; ''; INTERCHANGE_TRAILER_MISSING; 023",
        "ST*850; T*850; SEGMENT_OUTSIDE_SET; 024",
        "ST*850*; ST**; SET_IDENTIFIER_MISSING; 6",
    })
    void saysWhatIsWrongWithTheEnvelopes(String right, String wrong, String error, String code) {
        Fixture read = Fixture.read(Fixture.order(ORDER).replace(right.strip(), wrong.strip()));

        assertThat(read.findings()).filteredOn(Finding::isError).extracting(finding -> finding.code().name()).contains(error.strip());
        assertThat(read.findings()).filteredOn(finding -> finding.code().name().equals(error.strip()))
                .extracting(finding -> finding.code().standardCode()).contains(code.strip());
    }

    @Test
    void controlNumbersAreUsedOnce() {
        String set = "ST*850*0001~" + ORDER + "SE*6*0001~";
        String group = GS + set + set + "GE*2*7~";
        String interchange = ISA + group + group + "IEA*2*000000001~";

        Fixture read = Fixture.read(interchange + interchange);

        assertThat(read.findings()).extracting(Finding::code)
                .containsOnly(X12Error.SET_DUPLICATE, X12Error.GROUP_DUPLICATE, X12Error.INTERCHANGE_DUPLICATE);
    }

    @Test
    void withoutIsaTheGroupsAreReadAndTheInputIsRefused() {
        Fixture read = Fixture.read(GS + "ST*850*0001~" + ORDER + "SE*6*0001~GE*1*7~");

        assertThat(read.told()).containsExactly("INTERCHANGE_HEADER_MISSING null 0");
        assertThat(read.sets).hasSize(1);
        assertThat(read.summary.rejected()).isEqualTo(1);
    }

    @Test
    void aBadSetDoesNotStopItsNeighbours() {
        String good = "ST*850*0001~" + ORDER + "SE*6*0001~";
        String bad = "ST*850*0002~BEG*00~PO1*1*x*EA~\nXX~SE*9*0002~";

        Fixture read = Fixture.read(ISA + GS + good + bad + good.replace("0001", "0003") + "GE*3*7~IEA*1*000000001~");

        assertThat(read.sets).extracting(set -> set.findings().stream().anyMatch(Finding::isError)).containsExactly(false, true, false);
    }

    @Test
    void anInputThatIsCutOffTellsSo() {
        Fixture read = Fixture.read(Fixture.order(ORDER).substring(0, 230));

        assertThat(read.findings()).extracting(Finding::code).contains(X12Error.INPUT_ENDS_IN_SEGMENT, X12Error.INTERCHANGE_TRAILER_MISSING);
    }

    @Test
    void onlyTheLastTerminatorMayBeMissing() {
        String order = Fixture.order(ORDER);

        Fixture read = Fixture.read(order.substring(0, order.length() - 1));

        assertThat(read.findings()).extracting(Finding::code).containsExactly(X12Error.TERMINATOR_MISSING);
        assertThat(read.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void placesAreInLinesColumnsAndBytes() {
        Finding finding = Fixture.read(Fixture.order("BEG*00*SA*PO-1**20260302~PO1*1*x*EA~").replace("~", "~\n")).findings().getFirst();

        assertThat(finding.position().line()).isEqualTo(5);
        assertThat(finding.position().column()).isEqualTo(7);
        assertThat(finding.position().segmentPosition()).isEqualTo(3);
        assertThat(finding.position().element()).isEqualTo(2);
    }

    @Test
    void limitsAreKept() {
        byte[] bytes = Fixture.order(ORDER.replace("Store", "S".repeat(5000))).getBytes(StandardCharsets.UTF_8);

        Fixture read = Fixture.read(bytes, new Limits(1_000_000, 2000, 500, 700, 100, 10, 20));

        assertThat(read.findings()).extracting(Finding::code).contains(X12Error.SEGMENT_TOO_LARGE);
    }

    @Test
    void bytesThatAreNoUtf8AreLatin1() {
        byte[] bytes = Fixture.order(ORDER.replace("Store", "Münchner Läden")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Fixture.read(bytes, Limits.defaults()).told()).isEmpty();
    }

    @Test
    void aVersionThatIsNotListedIsReadAsTheNearestOlder() {
        for (String version : new String[] {"004010VICS", "004012", "005010X230", "9999", "003060", "T"}) {
            Fixture read = Fixture.read(Fixture.order(ORDER).replace("X*004010", "X*" + version));

            assertThat(read.told()).as(version).isEmpty();
        }
    }

    @Test
    void blanksBehindAValueAreAWordAndMoreThanItMayHaveIsAnError() {
        Fixture padded = Fixture.read(Fixture.order(ORDER.replace("*EA*", "*EA  *")));
        Fixture longer = Fixture.read(Fixture.order(ORDER.replace("*EA*", "*EACH*")));

        assertThat(padded.findings()).extracting(Finding::code).containsExactly(X12Error.ELEMENT_TOO_LONG);
        assertThat(padded.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(longer.findings()).filteredOn(Finding::isError).extracting(Finding::code).containsExactly(X12Error.ELEMENT_TOO_LONG);
    }

    @Test
    void aComponentSeparatorOfTwoBytesLeavesTheTerminatorWhereItIs() {
        Fixture read = Fixture.read(Fixture.order(ORDER).replace("*P*>~", "*P*¦~"));

        assertThat(read.findings()).filteredOn(Finding::isError).isEmpty();
        assertThat(read.sets.getFirst().segments()).isEqualTo(6);
    }
}

package io.tradelane.mappings.syntax.edifact;

import static io.tradelane.mappings.syntax.EdifactError.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.Strictness;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    /** Fixture, place as line:column, segment position, what is said. */
    static Stream<Arguments> cases() {
        return Stream.of(
                bad("no-unz", "17:1", 0, INTERCHANGE_TRAILER_MISSING),
                bad("no-unt", "16:1", 15, MESSAGE_TRAILER_MISSING),
                bad("wrong-unt-count", "16:5", 15, SEGMENT_COUNT_WRONG),
                bad("unt-reference-mismatch", "16:8", 15, MESSAGE_REFERENCE_MISMATCH),
                bad("unz-reference-mismatch", "17:7", 0, INTERCHANGE_REFERENCE_MISMATCH),
                bad("wrong-unz-count", "17:5", 0, MESSAGE_COUNT_WRONG),
                bad("unknown-message-type", "2:8", 1, MESSAGE_TYPE_UNKNOWN),
                bad("unknown-directory", "2:15", 1, DIRECTORY_UNKNOWN),
                bad("mandatory-segment-missing", "3:1", 2, SEGMENT_MISSING),
                bad("mandatory-segment-missing-at-end", "14:1", 13, SEGMENT_MISSING),
                bad("segment-out-of-order", "12:1", 11, SEGMENT_OUT_OF_ORDER),
                bad("segment-unknown-in-message", "9:1", 8, SEGMENT_UNKNOWN),
                bad("segment-tag-invalid", "9:1", 8, TAG_INVALID),
                bad("segment-repeated-too-often", "15:1", 14, SEGMENT_REPEATED_TOO_OFTEN),
                bad("element-too-long", "3:9", 2, ELEMENT_TOO_LONG),
                bad("letters-in-a-numeric-element", "10:8", 9, NOT_NUMERIC),
                bad("two-decimal-marks", "11:9", 10, DECIMAL_NOTATION),
                bad("no-digit-before-the-decimal-mark", "11:9", 10, DIGIT_MISSING_BEFORE_DECIMAL),
                bad("unknown-qualifier", "6:5", 5, CODE_UNKNOWN),
                bad("mandatory-element-missing", "5:5", 4, ELEMENT_MISSING),
                bad("mandatory-component-missing", "6:5", 5, COMPONENT_MISSING),
                bad("too-many-elements", "14:7", 13, TOO_MANY_ELEMENTS),
                bad("too-many-components", "10:15", 9, TOO_MANY_COMPONENTS),
                bad("trailing-separators", "14:5", 13, TRAILING_SEPARATORS),
                bad("segment-without-data", "9:1", 8, SEGMENT_EMPTY),
                bad("foreign-characters", "3:12", 2, CHARACTER_OUTSIDE_SET),
                bad("foreign-character-set", "1:5", 0, CHARACTER_SET_UNKNOWN),
                bad("unknown-syntax-version", "1:10", 0, SYNTAX_VERSION_UNKNOWN),
                bad("wrong-una", "1:4", 0, SERVICE_STRING_WRONG),
                bad("una-with-a-letter", "1:4", 0, SERVICE_STRING_WRONG),
                bad("release-character-at-the-end", "17:1", 0, RELEASE_AT_END, INTERCHANGE_TRAILER_MISSING),
                bad("cut-mid-segment", "12:1", 11,
                        INPUT_ENDS_IN_SEGMENT, INTERCHANGE_TRAILER_MISSING, INPUT_ENDS_IN_SEGMENT, MESSAGE_TRAILER_MISSING, SEGMENT_MISSING),
                bad("cut-in-the-envelope", "1:1", 0, INPUT_ENDS_IN_SEGMENT),
                bad("service-string-alone", "1:10", 0, EMPTY_INPUT),
                bad("empty", "0:0", 0, EMPTY_INPUT),
                bad("blank-lines-only", "0:0", 0, EMPTY_INPUT),
                bad("not-edifact", "1:1", 0, NOT_AN_INTERCHANGE),
                bad("duplicate-message-reference", "17:5", 1, MESSAGE_REFERENCE_DUPLICATE),
                bad("segment-outside-message", "2:1", 0, SEGMENT_OUTSIDE_MESSAGE),
                bad("package-before-a-message", "2:5", 0, OBJECT_NOT_READ),
                bad("package-trailer-of-another", "2:5", 0, OBJECT_NOT_READ, OBJECT_TRAILER_WRONG),
                bad("unt-without-unh", "17:1", 0, TRAILER_WITHOUT_HEADER),
                bad("functional-group-without-une", "18:1", 0, GROUP_TRAILER_MISSING),
                bad("interchange-without-unz-before-another", "17:1", 0, INTERCHANGE_TRAILER_MISSING),
                bad("text-between-interchanges", "18:1", 0, TEXT_OUTSIDE_INTERCHANGE),
                bad("no-message", "2:1", 0, INTERCHANGE_EMPTY),
                bad("wrapped-at-eighty-characters", "1:64", 1, LINE_BREAK_IN_SEGMENT),
                bad("version-4-repeated-too-often", "10:7", 9, ELEMENT_REPEATED_TOO_OFTEN));
    }

    private static Arguments bad(String fixture, String place, int segmentPosition, EdifactError... errors) {
        return Arguments.of(fixture, place, segmentPosition, List.of(errors));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatIsWrongAndWhere(String fixture, String place, int segmentPosition, List<EdifactError> errors) throws IOException {
        List<Finding> findings = Fixture.read(fixture).findings();
        assertThat(findings).extracting(Finding::code).containsExactlyElementsOf(errors);
        Finding first = findings.stream().filter(finding -> finding.position().segmentPosition() == segmentPosition)
                .findFirst().orElseThrow(() -> new AssertionError(findings));
        assertThat(first.position().line() + ":" + first.position().column()).isEqualTo(place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysItInChineseAndInEnglish(String fixture, String place, int segmentPosition, List<EdifactError> errors) throws IOException {
        for (Finding finding : Fixture.read(fixture).findings()) {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank().doesNotContain("{", "null");
            assertThat(finding.fix(Locale.ENGLISH)).isNotBlank().doesNotContain("{", "null");
            assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}").doesNotContain("{", "null");
            assertThat(finding.fix(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}").doesNotContain("{", "null");
        }
    }

    @Test
    void namesElementValueAndExpectation() throws IOException {
        Finding tooLong = Fixture.read("element-too-long").findings().getFirst();
        assertThat(tooLong.code().standardCode()).isEqualTo("39");
        assertThat(tooLong.path()).isEqualTo("BGM/1004");
        assertThat(tooLong.position().element()).isEqualTo(2);
        assertThat(tooLong.value()).startsWith("PPP");
        assertThat(tooLong.expected()).isEqualTo("35");
        assertThat(tooLong.message(Locale.ENGLISH)).contains("BGM/1004", "35 characters");

        Finding letters = Fixture.read("letters-in-a-numeric-element").findings().getFirst();
        assertThat(letters.path()).isEqualTo("QTY/C186/6060");
        assertThat(letters.position().component()).isEqualTo(2);
        assertThat(letters.value()).isEqualTo("4B");

        Finding missing = Fixture.read("mandatory-segment-missing").findings().getFirst();
        assertThat(missing.expected()).isEqualTo("BGM");
        assertThat(missing.position().segment()).isEqualTo("DTM");
    }

    @Test
    void codesOutsideTheListAreErrorsOnlyWhenStrict() throws IOException {
        assertThat(Fixture.read("unknown-qualifier").findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(Fixture.read("unknown-qualifier", Strictness.STRICT).findings())
                .extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void anAgencyMayGiveCodesOfItsOwn() throws IOException {
        assertThat(Fixture.read("own-code-of-an-agency", Strictness.STRICT).findings()).isEmpty();
    }

    @Test
    void oneBadMessageLeavesTheOthersAlone() throws IOException {
        Fixture read = Fixture.read("bad-message-between-good-ones");
        assertThat(read.messages()).extracting(message -> message.start().reference()).containsExactly("A", "B", "C");
        assertThat(read.messages()).extracting(message -> message.findings().size()).containsExactly(0, 3, 0);
        assertThat(read.summary().findings()).isEmpty();
    }

    @Test
    void aMessageWithoutTrailerEndsWhereTheNextBegins() throws IOException {
        Fixture read = Fixture.read("message-without-unt-between-good-ones");
        assertThat(read.messages()).extracting(message -> message.findings().size()).containsExactly(0, 1, 0);
        assertThat(read.messages().get(1).findings().getFirst().code()).isEqualTo(MESSAGE_TRAILER_MISSING);
        assertThat(read.messages().get(1).byteEnd()).isEqualTo(read.messages().get(2).start().place().offset());
    }

    @Test
    void aMissingTrailerIsReportedBehindTheLastSegmentThatCame() throws IOException {
        Finding missing = Fixture.read("no-unz").summary().findings().getFirst();
        assertThat(missing.code()).isEqualTo(INTERCHANGE_TRAILER_MISSING);
        assertThat(missing.position().segment()).isEqualTo("UNT");
        assertThat(missing.position().line()).isEqualTo(17);
        assertThat(missing.value()).isEqualTo("REF77");
        assertThat(missing.expected()).isEqualTo("1+REF77");
    }

    @Test
    void anInterchangeInsideAnotherEndsIt() throws IOException {
        Fixture read = Fixture.read("nested-unb");
        assertThat(read.summary().interchanges()).isEqualTo(2);
        assertThat(read.findings()).extracting(Finding::code)
                .contains(INTERCHANGE_TRAILER_MISSING, MESSAGE_TRAILER_MISSING);
    }

    @Test
    void theEnvelopesErrorsRejectOnlyTheirInterchange() throws IOException {
        Fixture read = Fixture.read("interchange-without-unz-before-another");
        assertThat(read.summary().interchanges()).isEqualTo(2);
        assertThat(read.summary().rejected()).isEqualTo(1);
        assertThat(read.messages()).extracting(message -> message.start().header().controlReference())
                .containsExactly("REF77", "REF78");
    }

    @Test
    void everyCaseHasATextInBothLanguages() {
        for (EdifactError error : EdifactError.values()) {
            Finding finding = Finding.of(error, io.tradelane.mappings.syntax.Position.NONE, "v", "e");
            for (Locale locale : Arrays.asList(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.FRENCH)) {
                assertThat(finding.message(locale)).isNotBlank();
                assertThat(finding.fix(locale)).isNotBlank();
            }
            assertThat(error.standardCode()).matches("\\d{1,2}");
        }
    }
}

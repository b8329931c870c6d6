package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentEndsTest {

    private static SegmentEnds of(Format format, String head) {
        return SegmentEnds.of(format, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anInterchangeOfEdifactEndsItsSegmentsAsItsServiceStringSays() {
        assertThat(of(Format.EDIFACT, "UNA:+.! ~UNB+UNOC:3")).isEqualTo(new SegmentEnds((byte) '~', (byte) '!'));
        assertThat(of(Format.EDIFACT, "\r\nUNA:+.?*'UNB+UNOC:4")).isEqualTo(new SegmentEnds((byte) '\'', (byte) '?'));
        assertThat(of(Format.EDIFACT, "UNA:+.?'\nUNB+UNOC:3")).isEqualTo(new SegmentEnds((byte) '\'', (byte) '?'));
        assertThat(of(Format.EDIFACT, "UNB+UNOC:3+A+B+260302:1000+1'UNH+1")).isEqualTo(new SegmentEnds((byte) '\'', (byte) '?'));
    }

    @Test
    void signsThatNobodyAnnouncedAreToldAsTheReaderTellsThem() {
        assertThat(of(Format.EDIFACT, "UNB+UNOC:3+A+B+260302:1000+1~UNH+1+ORDERS:D:96A:UN~").terminator()).isEqualTo((byte) '~');
    }

    @Test
    void aTerminatorInTheServiceStringEndsNothing() {
        SegmentEnds ends = of(Format.EDIFACT, "UNA:+.? 'UNB");

        assertThat(ends.advice("UNA:+.? 'UNB".getBytes(StandardCharsets.US_ASCII))).isEqualTo(9);
        assertThat(ends.advice("UNA:+.?'\nUNB".getBytes(StandardCharsets.US_ASCII))).isEqualTo(8);
        assertThat(ends.advice("UNH+1".getBytes(StandardCharsets.US_ASCII))).isZero();
    }

    @Test
    void anInterchangeOfX12EndsItsSegmentsAsItsHeaderSays() {
        String isa = "ISA*00*          *00*          *ZZ*BRIGHTLINE     *ZZ*BEICHEN        *260105*0930*U*00401*000000007*0*P*>";

        assertThat(of(Format.X12, isa + "~GS*PO~")).isEqualTo(new SegmentEnds((byte) '~', (byte) 0));
        assertThat(of(Format.X12, isa + "\nGS*PO\n").terminator()).isEqualTo((byte) '\n');
        assertThat(of(Format.X12, "GS*PO~").segments()).isFalse();
    }

    @Test
    void otherFormatsHaveLinesOrSegmentsOfTheirOwn() {
        assertThat(of(Format.TRADACOMS, "STX=ANA:1").terminator()).isEqualTo((byte) '\'');
        assertThat(of(Format.UBL, "<Invoice/>").segments()).isFalse();
        assertThat(SegmentEnds.of(null, new byte[0]).segments()).isFalse();
    }
}

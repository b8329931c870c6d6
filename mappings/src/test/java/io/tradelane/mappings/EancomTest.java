package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Codes that EANCOM adds to those of the directory. */
class EancomTest {
    private static final String ORDER = """
            UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+1+ORDERS:D:96A:UN%s'
            BGM+220+PO-1+9'
            DTM+137:20260105:102'
            NAD+BY+5412345000013::9'
            CUX+2:EUR:9'
            LIN+1++4000862141404:SRV'
            QTY+21:48:PCE'
            QTY+%s:3:PCE'
            UNS+S'
            UNT+10+1'
            UNZ+1+REF77'
            """;

    private static Reading read(String association, String quantity, Strictness strictness) {
        byte[] bytes = ORDER.formatted(association, quantity).getBytes(StandardCharsets.US_ASCII);
        return Reading.of(new ByteArrayInputStream(bytes), new ReadOptions(strictness, Limits.defaults()));
    }

    @Test
    void areKnownWhereTheAssociationCodeSaysEancom() {
        assertThat(read(":EAN008", "45E", Strictness.LENIENT).findings()).isEmpty();
        assertThat(read(":EAN008", "45E", Strictness.STRICT).findings()).isEmpty();
    }

    @Test
    void areUnknownElsewhere() {
        assertThat(read("", "45E", Strictness.LENIENT).warnings()).containsExactlyInAnyOrder("CODE_UNKNOWN", "CODE_UNKNOWN");
        assertThat(read("", "45E", Strictness.STRICT).errors()).containsExactlyInAnyOrder("CODE_UNKNOWN", "CODE_UNKNOWN");
    }

    @Test
    void doNotMakeAnyCodeAKnownOne() {
        assertThat(read(":EAN008", "QQ", Strictness.LENIENT).errors()).containsExactly("CODE_UNKNOWN");
    }
}

package io.tradelane.mappings.syntax.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlEncodingTest {
    private static final String TEXT = "Grün 漢字 🐉";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "UTF-16"})
    void readsTheEncodingThatADeclarationNames(String encoding) throws Exception {
        assertThat(text(("<?xml version='1.0' encoding='" + encoding + "'?>\n<a>" + TEXT + "</a>").getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "iso-8859-15"})
    void readsOneByteEncodings(String encoding) throws Exception {
        assertThat(text(("<?xml version='1.0' encoding='" + encoding + "'?><a>Grün</a>").getBytes(Charset.forName(encoding)))).isEqualTo("Grün");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String encoding) throws Exception {
        assertThat(text(("\uFEFF\n<?xml version='1.0' encoding='ISO-8859-1'?><a>" + TEXT + "</a>").getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @Test
    void aDeclarationThatContradictsItsOwnBytesIsPassedOver() throws Exception {
        assertThat(text(("<?xml version='1.0' encoding='UTF-16'?><a>" + TEXT + "</a>").getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
    }

    @Test
    void anEncodingThatNobodyKnowsIsRefused() {
        assertThat(refused("<?xml version='1.0' encoding='X-SECRET'?><a/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(XmlError.BAD_ENCODING);
    }

    /** Overlong forms, surrogates, what is beyond Unicode, bytes out of order, a character cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"C080", "C1BF", "E09FBF", "EDA080", "EDA080EDB080", "F08FBFBF", "F4908080", "F5808080", "F888808080", "80", "FE", "E6BC", "C3"})
    void bytesThatAreNoUtf8AreRefusedWhereverTheyStand(String hex) {
        for (String around : new String[] {"<a>|</a>", "<a x='|'/>", "<a><!--|--></a>", "<a><![CDATA[|]]></a>", "<a><b>|</b></a>"}) {
            byte[] bytes = put(around, HexFormat.of().parseHex(hex));

            assertThat(refused(bytes)).as(around).isEqualTo(XmlError.BAD_ENCODING);
        }
    }

    @Test
    void aBadByteIsReportedWhereItStands() {
        byte[] bytes = put("<a>\n<b/>\n<b>\n|</b></a>", new byte[] {(byte) 0xFF});

        assertThatExceptionOfType(XmlRefused.class).isThrownBy(() -> read(new ByteArrayInputStream(bytes)))
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4000})
    void charactersMayBeCutBetweenTwoReads(int size) throws Exception {
        byte[] bytes = ("<a>" + (TEXT + " ").repeat(2000) + "</a>").getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, size));
            }
        };

        assertThat(read(slow)).isEqualTo((TEXT + " ").repeat(2000).strip());
    }

    private static byte[] put(String around, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = around.indexOf('|');
        out.writeBytes(around.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(around.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String text(byte[] bytes) throws IOException, XmlRefused {
        return read(new ByteArrayInputStream(bytes));
    }

    private static XmlError refused(byte[] bytes) {
        try {
            read(new ByteArrayInputStream(bytes));
        } catch (XmlRefused refused) {
            return refused.error();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was read");
    }

    private static String read(InputStream in) throws IOException, XmlRefused {
        XmlCursor cursor = new XmlCursor(in, XmlLimits.defaults());
        cursor.root();
        String text = cursor.text();
        cursor.finish();
        return text;
    }
}

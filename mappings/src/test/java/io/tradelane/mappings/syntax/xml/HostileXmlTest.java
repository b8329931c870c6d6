package io.tradelane.mappings.syntax.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileXmlTest {
    private static final String LAUGHS = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>";

    @Test
    void anExternalEntityIsRefusedAndNeverRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String text = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><d>&x;</d>";

        assertThat(refused(text)).isEqualTo(XmlError.DOCTYPE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        LAUGHS,
        "\n\n" + LAUGHS,
        "<!-- harmless --><!DOCTYPE d PUBLIC \"a\" \"http://192.0.2.1/x.dtd\"><d/>",
        "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://192.0.2.1/p\"> %p;]><d/>",
    })
    void aDocumentTypeIsRefused(String text) {
        assertThat(refused(text)).isEqualTo(XmlError.DOCTYPE_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"'<?xml version=\"1.0\"?>\n  <!DOCTYPE d><d/>',2,15", "'\n\n <!DOCTYPE d><d/>',3,14", "'<!DOCTYPE d><d/>',1,13"})
    void aDocumentTypeIsReportedWhereItEnds(String text, int line, int column) {
        String document = text.replace("\\n", "\n");

        assertThatExceptionOfType(XmlRefused.class).isThrownBy(() -> readAll(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    @Test
    void aDocumentTypeInUtf16IsRefusedToo() {
        assertThat(refused(new ByteArrayInputStream(("\uFEFF" + LAUGHS).getBytes(StandardCharsets.UTF_16LE)))).isEqualTo(XmlError.DOCTYPE_REFUSED);
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(refused("<d>&x;</d>")).isIn(XmlError.ENTITY_REFUSED, XmlError.NOT_WELL_FORMED);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refused("<a>".repeat(20_000))).isEqualTo(XmlError.TOO_DEEP);
    }

    @Test
    void manyAttributesAreRefused() {
        StringBuilder text = new StringBuilder("<a");
        for (int i = 0; i < 300; i++) {
            text.append(" a").append(i).append("='1'");
        }
        assertThat(refused(text + "/>")).isEqualTo(XmlError.TOO_MANY_ATTRIBUTES);
        assertThat(refused(text.toString().replace(" a", " xmlns:a") + "/>")).isEqualTo(XmlError.TOO_MANY_ATTRIBUTES);
    }

    @Test
    void aTagIsNotAsLongAsATextMayBe() {
        String long100k = "x".repeat(100_000);

        assertThat(refused("<a>" + long100k + "<b c='" + long100k + "'/></a>")).isEqualTo(XmlError.RUN_TOO_LONG);
        assertThat(refused("<a><!--" + long100k + "--><b c='" + long100k + "'/></a>")).isEqualTo(XmlError.RUN_TOO_LONG);
    }

    @Test
    void aTextMayBeLong() throws Exception {
        readAll(new ByteArrayInputStream(("<a>" + "x".repeat(3_000_000) + "</a>").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void manyNamesAreRefused() {
        StringBuilder text = new StringBuilder("<a>");
        for (int i = 0; i < 20_000; i++) {
            text.append("<b").append(i).append("/>");
        }
        assertThat(refused(text + "</a>")).isEqualTo(XmlError.TOO_MANY_NAMES);
        assertThat(refused(text.toString().replace("<b", "<b x").replace("/>", "='1'/>") + "</a>")).isEqualTo(XmlError.TOO_MANY_NAMES);
        assertThat(refused(text.toString().replace("<b", "<?b").replace("/>", "?>") + "<c/></a>")).isEqualTo(XmlError.TOO_MANY_NAMES);
        assertThat(refused(text.toString().replace("<b", "<b xmlns:c").replace("/>", "='1'/>") + "</a>")).isEqualTo(XmlError.TOO_MANY_NAMES);
    }

    @Test
    void anEndlessDocumentTypeIsRefused() {
        assertThat(refused(endless("<!DOCTYPE a [", "<!ENTITY b 'c'>"))).isEqualTo(XmlError.DOCTYPE_REFUSED);
        assertThat(refused(endless("<!DOCTYPE a SYSTEM '", "x"))).isIn(XmlError.DOCTYPE_REFUSED, XmlError.RUN_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"<a>,x", "<a b=',x>", "<a><!--,x<", "<a><![CDATA[,x<", "|<a><?p |,x<"})
    void anEndlessRunIsRefusedInBoundedMemory(String start, String repeated) {
        assertThat(refused(endless(start, repeated))).isEqualTo(XmlError.RUN_TOO_LONG);
    }

    @Test
    void anEndlessNameIsRefused() {
        assertThat(refused(endless("<", "x"))).isIn(XmlError.RUN_TOO_LONG, XmlError.NOT_WELL_FORMED);
    }

    @Test
    void anEndlessDocumentIsRefused() {
        assertThat(refused(endless("<a>", "<b/>"))).isEqualTo(XmlError.TOO_LARGE);
    }

    @Test
    void bytesThatAreNoCharactersAreRefused() {
        byte[] bytes = "<a>\u00E4</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(new ByteArrayInputStream(bytes))).isEqualTo(XmlError.BAD_ENCODING);
    }

    @Test
    void aDoctypeInsideATextIsOnlyText() throws Exception {
        XmlCursor cursor = new XmlCursor(
                new ByteArrayInputStream("<a><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE ]]>x</a>".getBytes(StandardCharsets.UTF_8)), XmlLimits.defaults());
        cursor.root();

        assertThat(cursor.text()).isEqualTo("<!DOCTYPE x");
    }

    @Test
    void placesCountFromTheFirstByteEvenBehindBlankLines() {
        String text = "\n\n<a>\n  <b></c>\n</a>";

        assertThatExceptionOfType(XmlRefused.class).isThrownBy(() -> readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .satisfies(e -> assertThat(e.line()).isEqualTo(4));
    }

    private static XmlError refused(String text) {
        return refused(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static XmlError refused(InputStream input) {
        try {
            readAll(input);
        } catch (XmlRefused refused) {
            return refused.error();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was read");
    }

    private static void readAll(InputStream input) throws IOException, XmlRefused {
        XmlCursor cursor = new XmlCursor(input, XmlLimits.ofBytes(5_000_000));
        cursor.root();
        cursor.finish();
    }

    private static InputStream endless(String start, String repeated) {
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        byte[] body = repeated.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long index = at++;
                return index < head.length ? head[(int) index] : body[(int) ((index - head.length) % body.length)];
            }
        };
    }
}

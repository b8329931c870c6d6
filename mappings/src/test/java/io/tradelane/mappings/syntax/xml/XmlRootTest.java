package io.tradelane.mappings.syntax.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRootTest {
    private static final String CXML = "<?xml version='1.0'?>\n<!-- of a shop -->\n<!DOCTYPE cXML SYSTEM \"http://192.0.2.1/cXML.dtd\">\n"
            + "<cXML payloadID='1'><Header><From><Request/></From></Header><Request><Note/><OrderRequest><OrderRequestHeader/>";

    @Test
    void tellsNameAndNamespaceOfTheRoot() {
        XmlRoot root = peek("\n <?xml version='1.0'?><!-- x --><o:Order xmlns:o='urn:x' a='1'><cut", StandardCharsets.UTF_8).orElseThrow();

        assertThat(root.name()).isEqualTo("Order");
        assertThat(root.namespace()).isEqualTo("urn:x");
        assertThat(root.doctype()).isNull();
    }

    @Test
    void tellsTheDocumentTypeWithoutFetchingIt() {
        XmlRoot root = peek(CXML, StandardCharsets.UTF_8).orElseThrow();

        assertThat(root.doctype()).isEqualTo(new XmlStream.Doctype("cXML", null, "http://192.0.2.1/cXML.dtd"));
        assertThat(root.namespace()).isEmpty();
    }

    @Test
    void tellsWhetherAnElementStandsBelow() {
        XmlRoot root = peek(CXML, StandardCharsets.UTF_8).orElseThrow();

        assertThat(root.holds("Request")).isTrue();
        assertThat(root.holds("Request/OrderRequest")).isTrue();
        assertThat(root.holds("OrderRequest")).isFalse();
        assertThat(root.holds("Header/OrderRequest")).isFalse();
        assertThat(root.holds("Header/From/Request")).isTrue();
        assertThat(root.holds("Request/OrderRequest/OrderRequestHeader/Total")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8"})
    void readsAnyEncoding(String encoding) {
        assertThat(peek("<Auftrag xmlns='urn:ä'/>", Charset.forName(encoding))).map(XmlRoot::toString).contains("Auftrag (urn:ä)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UNB+UNOC:3", "<", "<!-- ", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "{}", "<a"})
    void saysNothingOfWhatHasNoRootToBeRead(String text) {
        assertThat(peek(text, StandardCharsets.UTF_8)).isEmpty();
    }

    private static Optional<XmlRoot> peek(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return XmlRoot.peek(bytes, bytes.length);
    }
}

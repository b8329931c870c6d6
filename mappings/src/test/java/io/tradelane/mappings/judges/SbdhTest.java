package io.tradelane.mappings.judges;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** The header of what is written in GS1 XML is by UN/CEFACT's schema of Standard Business Document Headers, as ph-sbdh ships it. */
class SbdhTest {
    private static final String NAMESPACE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

    static Stream<Written> messages() {
        return Samples.written(target -> target.format() == Format.GS1_XML);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void findsEveryHeaderToBeOfItsSchema(Written written) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SbdhTest.class.getResource("/external/schemas/sbdh/StandardBusinessDocumentHeader.xsd"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(written.bytes()));

        schema.newValidator().validate(new DOMSource(document.getElementsByTagNameNS(NAMESPACE, "StandardBusinessDocumentHeader").item(0)));
    }
}

package io.tradelane.mappings.judges;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import io.tradelane.trading.document.DocumentType;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What is written as cXML, openTRANS, BMEcat 2005 and GS1 XML is valid by the schemas of those who publish them, which are
 * not ours to ship: {@code -Dtradelane.schemas=DIR}, with
 *
 * <ul>
 *   <li>{@code cxml/}: {@code cXML.dtd}, {@code Fulfill.dtd}, {@code InvoiceDetail.dtd} of cXML 1.2 (cxml.org);
 *   <li>{@code opentrans_2_1.xsd} with what it imports, {@code bmecat_2005.xsd}, {@code xmldsig-core-schema.xsd} and {@code
 *       xmlmime.xsd} (opentrans.de, bmecat.org);
 *   <li>{@code gs1/}: {@code gs1/ecom/DespatchAdvice.xsd} of GS1 XML 3 with the folders {@code gs1/shared} and {@code sbdh}
 *       that it includes (gs1.org);
 *   <li>{@code gdsn/}: {@code gs1/gdsn/CatalogueItemNotification.xsd} of GDSN 3.1 with the modules beside it and the folders
 *       {@code gs1/shared} and {@code sbdh} (gs1.org).
 * </ul>
 *
 * <p>The document type that a cXML document names is looked up there by its file name: the only reader of a DTD in this house.
 */
@EnabledIfSystemProperty(named = "tradelane.schemas", matches = ".+")
class PublishedSchemasTest {
    private static final Map<Format, String> SCHEMAS = Map.of(
            Format.OPENTRANS, "opentrans_2_1.xsd", Format.BMECAT, "bmecat_2005.xsd", Format.GS1_XML, "gs1/gs1/ecom/DespatchAdvice.xsd");
    /** The modules in which most of an article stands are found by no import. */
    private static final List<String> GDSN = Stream.of(
                    "CatalogueItemNotification", "TradeItemDescriptionModule", "TradeItemMeasurementsModule",
                    "DeliveryPurchasingInformationModule", "ReferencedFileDetailInformationModule")
            .map(name -> "gdsn/gs1/gdsn/" + name + ".xsd").toList();
    /** What the JDK would not read unasked: as large as the schemas of these standards are. */
    private static final List<String> LIMITS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxParameterEntitySizeLimit",
            "jdk.xml.entityExpansionLimit", "jdk.xml.maxOccurLimit");
    private static final Map<List<String>, Schema> COMPILED = new ConcurrentHashMap<>();

    static Stream<Written> documents() {
        return Samples.written(target -> target.format() == Format.CXML
                || SCHEMAS.containsKey(target.format()) && !(target.format() == Format.BMECAT && target.version().equals("1.2")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void findNothingWrong(Written written) throws Exception {
        Errors errors = new Errors();

        if (written.target().format() == Format.CXML) {
            readByItsDocumentType(written.bytes(), errors);
        } else {
            Validator validator = COMPILED.computeIfAbsent(files(written), PublishedSchemasTest::compiled).newValidator();
            validator.setErrorHandler(errors);
            validator.validate(new StreamSource(new ByteArrayInputStream(written.bytes())));
        }

        assertThat(errors.found).as(new String(written.bytes(), java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
    }

    private static void readByItsDocumentType(byte[] bytes, Errors errors) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setValidating(true);
        SAXParser parser = factory.newSAXParser();
        for (String limit : LIMITS) {
            parser.setProperty(limit, "0");
        }
        parser.parse(new ByteArrayInputStream(bytes), errors);
    }

    private static Path schemas() {
        return Path.of(System.getProperty("tradelane.schemas"));
    }

    private static List<String> files(Written written) {
        Format format = written.target().format();
        return format == Format.GS1_XML && written.document().type() == DocumentType.CATALOGUE ? GDSN : List.of(SCHEMAS.get(format));
    }

    private static Schema compiled(List<String> files) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            for (String limit : LIMITS) {
                factory.setProperty(limit, "0");
            }
            return factory.newSchema(files.stream().map(file -> new StreamSource(schemas().resolve(file).toFile())).toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Errors extends DefaultHandler {
        final List<String> found = new ArrayList<>();

        @Override
        public void error(SAXParseException e) {
            found.add(e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws java.io.IOException {
            Path file = schemas().resolve("cxml").resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
            return new InputSource(Files.newInputStream(file));
        }
    }
}

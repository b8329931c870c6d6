package io.tradelane.mappings.judges;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * What is written as cXML, openTRANS, BMEcat, GS1 XML and Order-X is valid by the schemas of those who publish them, which are
 * not ours to ship: {@code -Dtradelane.schemas=DIR}, with
 *
 * <ul>
 *   <li>{@code cxml/}: {@code cXML.dtd}, {@code Fulfill.dtd}, {@code InvoiceDetail.dtd} of cXML 1.2 (cxml.org);
 *   <li>{@code opentrans_2_1.xsd} with what it imports, {@code bmecat_2005.xsd}, {@code xmldsig-core-schema.xsd} and {@code
 *       xmlmime.xsd} (opentrans.de, bmecat.org);
 *   <li>{@code bmecat12/}: {@code bmecat_new_catalog_1_2.dtd}, {@code bmecat_update_products_1_2.dtd}, {@code
 *       bmecat_update_prices_1_2.dtd} and {@code bmecat_base_1_2.dtd} (bmecat.org);
 *   <li>{@code orderx/}: {@code SCRDMCCBDACIOMessageStructure_100pD20B.xsd} of Order-X 1.0 COMFORT with what it imports
 *       (ferd-net.de);
 *   <li>{@code gs1/}: {@code gs1/ecom/DespatchAdvice.xsd} of GS1 XML 3 with the folders {@code gs1/shared} and {@code sbdh}
 *       that it includes (gs1.org);
 *   <li>{@code gdsn/}: {@code gs1/gdsn/CatalogueItemNotification.xsd} of GDSN 3.1 with the modules beside it and the folders
 *       {@code gs1/shared} and {@code sbdh} (gs1.org).
 * </ul>
 *
 * <p>The document type that a cXML document names is looked up there by its file name, and a BMEcat 1.2 is given that of its
 * transaction: the only reader of a DTD in this house.
 */
@EnabledIfSystemProperty(named = "tradelane.schemas", matches = ".+")
class PublishedSchemasTest {
    /** The modules in which most of an article stands are found by no import. */
    private static final List<String> GDSN = Stream.of(
                    "CatalogueItemNotification", "TradeItemDescriptionModule", "TradeItemMeasurementsModule",
                    "DeliveryPurchasingInformationModule", "ReferencedFileDetailInformationModule")
            .map(name -> "gdsn/gs1/gdsn/" + name + ".xsd").toList();
    /** What the JDK would not read unasked: as large as the schemas of these standards are. */
    private static final List<String> LIMITS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxParameterEntitySizeLimit",
            "jdk.xml.entityExpansionLimit", "jdk.xml.maxOccurLimit");
    /** Longer than most elements may be. */
    private static final String TAIL = " abcdefghi".repeat(260);
    private static final Map<List<String>, Schema> COMPILED = new ConcurrentHashMap<>();

    static Stream<Written> documents() {
        return Samples.written(target -> switch (target.format()) {
            case CXML, OPENTRANS, BMECAT, GS1_XML -> true;
            case CII -> target.version().equals("D20B");
            default -> false;
        });
    }

    private static List<String> schemas(Written written) {
        return switch (written.target().format()) {
            case OPENTRANS -> List.of("opentrans_2_1.xsd");
            case BMECAT -> List.of("bmecat_2005.xsd");
            case CII -> List.of("orderx/SCRDMCCBDACIOMessageStructure_100pD20B.xsd");
            default -> written.document().type() == DocumentType.CATALOGUE ? GDSN : List.of("gs1/gs1/ecom/DespatchAdvice.xsd");
        };
    }

    private static boolean isBmecat12(Written written) {
        return written.target().format() == Format.BMECAT && written.target().version().equals("1.2");
    }

    /** In BMEcat 1.2 each transaction is a document type. */
    private static byte[] withDocumentType(Written written) {
        String transaction = switch (((CatalogueDocument) written.document()).action()) {
            case REPLACE -> "new_catalog";
            case UPDATE -> "update_products";
            case UPDATE_PRICES -> "update_prices";
        };
        String type = "<!DOCTYPE BMECAT SYSTEM \"bmecat_" + transaction + "_1_2.dtd\"><BMECAT";
        return new String(written.bytes(), StandardCharsets.UTF_8).replaceFirst("<BMECAT", type).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void findNothingWrong(Written written) throws Exception {
        Errors errors = new Errors();

        if (written.target().format() == Format.CXML) {
            readByItsDocumentType(written.bytes(), "cxml", errors);
        } else if (isBmecat12(written)) {
            readByItsDocumentType(withDocumentType(written), "bmecat12", errors);
        } else {
            Validator validator = COMPILED.computeIfAbsent(schemas(written), PublishedSchemasTest::compiled).newValidator();
            validator.setErrorHandler(errors);
            validator.validate(new StreamSource(new ByteArrayInputStream(written.bytes())));
        }

        assertThat(errors.found).as(new String(written.bytes(), StandardCharsets.UTF_8)).isEmpty();
    }

    static Stream<Written> bounded() {
        return documents().filter(written -> written.target().format() != Format.CXML && written.target().format() != Format.CII && !isBmecat12(written));
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void aTextThatIsTooLongIsRefusedOrFits(Written written) throws Exception {
        Errors errors = new Errors();
        Validator validator = COMPILED.computeIfAbsent(schemas(written), PublishedSchemasTest::compiled).newValidator();
        validator.setErrorHandler(errors);
        Optional<BusinessDocument> longer = prolonged(written.document(), 0);
        for (int text = 1; longer.isPresent(); text++) {
            for (Written again : Samples.write(longer.get(), written.target()).toList()) {
                validator.validate(new StreamSource(new ByteArrayInputStream(again.bytes())));
            }
            longer = prolonged(written.document(), text);
        }

        assertThat(errors.found).isEmpty();
    }

    /** A record may refuse the longer text itself. */
    private static Optional<BusinessDocument> prolonged(BusinessDocument document, int text) {
        try {
            return Prolonged.of(document, text, TAIL);
        } catch (IllegalArgumentException refused) {
            return Optional.of(document);
        }
    }

    private static void readByItsDocumentType(byte[] bytes, String folder, Errors errors) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setValidating(true);
        SAXParser parser = factory.newSAXParser();
        for (String limit : LIMITS) {
            parser.setProperty(limit, "0");
        }
        errors.folder = folder;
        parser.parse(new ByteArrayInputStream(bytes), errors);
    }

    private static Path schemas() {
        return Path.of(System.getProperty("tradelane.schemas"));
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
        String folder = "";

        @Override
        public void error(SAXParseException e) {
            found.add(e.getLineNumber() + ": " + e.getMessage());
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws java.io.IOException {
            Path file = schemas().resolve(folder).resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
            return new InputSource(Files.newInputStream(file));
        }
    }
}

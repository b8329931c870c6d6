package io.tradelane.mappings.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.AbstractMX;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Reading;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.SchemaOutputResolver;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Result;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/**
 * Prowide's model of ISO 20022 has a class for each version of each message. What is written is held against the schema that
 * this class is of (names, order, what has to be there, codes), and what Prowide reads in it and writes again has lost nothing.
 */
class ProwideMxTest {
    private static final Pattern MESSAGE = Pattern.compile("urn:iso:std:iso:20022:tech:xsd:([a-z]+)\\.(\\d{3})\\.(\\d{3})\\.(\\d{2})");
    private static final Pattern LEAF = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)<");
    private static final Pattern REFERENCE = Pattern.compile("&#(\\d+);");
    private static final Map<Class<?>, Schema> SCHEMAS = new ConcurrentHashMap<>();

    static Stream<Written> messages() {
        return Samples.written(target -> target.format() == Format.ISO20022);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void findsEveryMessageToBeOfItsSchema(Written written) throws Exception {
        judge(new String(written.bytes(), StandardCharsets.UTF_8));
    }

    /** The hub only reads this one; so that what its reader is tested with is what a bank may send. */
    @ParameterizedTest
    @ValueSource(strings = "camt054-v08-batch.xml")
    void findsTheFilesOfTheTestsToBeOfTheirSchema(String file) throws Exception {
        judge(new String(Reading.bytes("/io/tradelane/mappings/payment/" + file), StandardCharsets.UTF_8));
    }

    private static void judge(String text) throws Exception {
        Class<?> type = type(text);

        schema(type).newValidator().validate(new StreamSource(new StringReader(text.substring(text.indexOf("<Document")).replaceFirst(" xmlns=\"[^\"]*\"", ""))));

        AbstractMX message = AbstractMX.parse(text);
        assertThat(message).isInstanceOf(type);
        assertThat(leaves(message.message())).as(text).containsExactlyElementsOf(leaves(text));
    }

    private static Class<?> type(String text) throws ClassNotFoundException {
        Matcher message = MESSAGE.matcher(text);
        assertThat(message.find()).as(text).isTrue();
        String family = message.group(1).substring(0, 1).toUpperCase() + message.group(1).substring(1);
        return Class.forName("com.prowidesoftware.swift.model.mx.Mx" + family + message.group(2) + message.group(3) + message.group(4));
    }

    private static List<String> leaves(String xml) {
        return LEAF.matcher(xml).results().map(leaf -> REFERENCE.matcher(leaf.group(1)).replaceAll(
                reference -> Character.toString(Integer.parseInt(reference.group(1)))).replaceFirst("(T.*)Z$", "$1+00:00")).toList();
    }

    /** Of the class's own types, which have no namespace. */
    private static Schema schema(Class<?> type) {
        return SCHEMAS.computeIfAbsent(type, absent -> {
            StringWriter types = new StringWriter();
            try {
                JAXBContext.newInstance(type).generateSchema(new SchemaOutputResolver() {
                    @Override
                    public Result createOutput(String namespace, String file) {
                        StreamResult result = new StreamResult(namespace.isEmpty() ? types : new StringWriter());
                        result.setSystemId(file);
                        return result;
                    }
                });
                String rooted = types.toString().replace("</xs:schema>", "<xs:element name=\"Document\" type=\"Document\"/></xs:schema>");
                return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(new StringReader(rooted)));
            } catch (jakarta.xml.bind.JAXBException | IOException | SAXException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        });
    }
}

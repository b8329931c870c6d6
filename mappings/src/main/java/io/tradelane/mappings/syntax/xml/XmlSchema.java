package io.tradelane.mappings.syntax.xml;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** An XML Schema compiled from resources of the class path; nothing is fetched from anywhere else. Thread-safe. */
public final class XmlSchema {
    private static final String SCHEME = "classpath:";

    private final Schema schema;

    private XmlSchema(Schema schema) {
        this.schema = schema;
    }

    /** @param resources absolute names; what a schema imports without saying from where stands before it */
    public static XmlSchema of(List<String> resources) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "classpath");
            var inputs = (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> included(inputs, systemId, base));
            return new XmlSchema(factory.newSchema(resources.stream().map(XmlSchema::source).toArray(Source[]::new)));
        } catch (SAXException | ReflectiveOperationException e) {
            throw new IllegalStateException("schema " + resources, e);
        }
    }

    /** Checks the events of one document; to be given an error handler. */
    public ValidatorHandler validator() {
        return schema.newValidatorHandler();
    }

    private static Source source(String resource) {
        return new StreamSource(open(resource), SCHEME + resource);
    }

    private static @Nullable LSInput included(DOMImplementationLS inputs, @Nullable String systemId, @Nullable String base) {
        if (systemId == null || base == null) {
            return null;
        }
        URI place = URI.create(base).resolve(systemId);
        LSInput input = inputs.createLSInput();
        input.setSystemId(place.toString());
        input.setByteStream(open(place.getPath()));
        return input;
    }

    private static InputStream open(String resource) {
        InputStream stream = XmlSchema.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("no schema " + resource);
        }
        return stream;
    }
}

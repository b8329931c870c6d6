package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.xml.XmlEvents;
import io.tradelane.mappings.syntax.xml.XmlSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Collects where one document departs from its schema. */
final class SchemaCheck implements ErrorHandler {
    private static final Pattern NAMESPACE = Pattern.compile("\"[^\" ]{1,200}\":");
    /** Something has to follow. Of the content of an extension nothing is read: a place kept for a signature may be left empty. */
    private static final String INCOMPLETE = "cvc-complex-type.2.4.b";
    /** What is said again of a value after it was said that it is none of its type. */
    private static final Set<String> CONSEQUENCES = Set.of("cvc-complex-type.2.2", "cvc-type.3.1.3", "cvc-attribute.3");

    private final ValidatorHandler handler;
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable XmlEvents events;

    SchemaCheck(XmlSchema schema, int limit) {
        this.handler = schema.validator();
        this.limit = limit;
        handler.setErrorHandler(this);
        try {
            handler.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    ValidatorHandler handler() {
        return handler;
    }

    /** Whose events it gets: they know the place. */
    void readsFrom(XmlEvents source) {
        events = source;
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void warning(SAXParseException e) {
        // schemas have no advice
    }

    @Override
    public void error(SAXParseException e) {
        add(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
        add(e);
    }

    /** The words begin with the constraint: {@code cvc-datatype-valid.1.2.1: '12,5' is not a valid value for 'decimal'.} */
    private void add(SAXParseException e) {
        if (findings.size() >= limit || events == null) {
            return;
        }
        String words = NAMESPACE.matcher(String.valueOf(e.getMessage())).replaceAll("");
        int colon = words.indexOf(": ");
        boolean named = colon > 0 && words.indexOf(' ') > colon;
        String constraint = named ? words.substring(0, colon) : RuleError.SCHEMA_VIOLATED.name();
        if (CONSEQUENCES.contains(constraint) && !findings.isEmpty()) {
            return;
        }
        String path = events.path();
        Position position = new Position(
                events.getLineNumber(), events.getColumnNumber(), 0, path.substring(path.lastIndexOf('/') + 1), 0, 0, 0);
        Severity severity = constraint.equals(INCOMPLETE) && path.endsWith("/ExtensionContent") ? Severity.WARNING : RuleError.SCHEMA_VIOLATED.severity();
        findings.add(new Finding(
                severity, RuleError.SCHEMA_VIOLATED.of(constraint), position, null,
                named ? words.substring(colon + 2) : words, path));
    }
}

package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself.
 *
 * @param root local name of its root element
 * @param namespace of the root
 * @param customization UBL CustomizationID, CII guideline: the profile; empty when it claims none
 * @param version UBLVersionID; empty when not said
 */
public record Claim(String root, String namespace, String customization, String version) {

    /** @param cursor at the root element; it is read up to where a document has said this */
    public static Claim read(XmlCursor cursor, String root) throws IOException, XmlRefused {
        String namespace = cursor.namespace();
        Reading reading = new Reading(cursor);
        try {
            cursor.children(reading::element);
        } catch (Enough enough) {
            // the lines of a large document are of no interest
        }
        return new Claim(root, namespace, reading.customization, reading.version);
    }

    private static final class Reading {
        private final XmlCursor cursor;
        private String customization = "";
        private String version = "";

        Reading(XmlCursor cursor) {
            this.cursor = cursor;
        }

        void element(String name) throws IOException, XmlRefused {
            switch (name) {
                case "UBLExtensions", "ProfileExecutionID" -> { }
                case "UBLVersionID" -> version = cursor.text();
                case "CustomizationID" -> customization = cursor.text();
                case "ExchangedDocumentContext" -> cursor.children(this::parameter);
                default -> throw new Enough();
            }
        }

        private void parameter(String name) throws IOException, XmlRefused {
            if (name.equals("GuidelineSpecifiedDocumentContextParameter")) {
                cursor.children(field -> customization = field.equals("ID") ? cursor.text() : customization);
            }
        }
    }

    /** Whether its profile goes beyond EN 16931, and so may break rules of the core (EN 16931-1, 4.4.3: conformant, not compliant). */
    boolean isExtension() {
        return customization.contains("#conformant#");
    }

    /** Ends the reading; carries nothing. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    /** @param customization {@code null} for none */
    public static Claim of(String root, String namespace, @Nullable String customization, @Nullable String version) {
        return new Claim(root, namespace, customization == null ? "" : customization, version == null ? "" : version);
    }
}

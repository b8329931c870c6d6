package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.Draft;
import io.tradelane.mappings.syntax.edifact.grammar.DraftPath;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.x12.grammar.SetDraft;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code overlay.xml}:
 *
 * <pre>{@code
 * <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd" partner="4012345500004:14" message="ORDERS" directory="D96A"
 *          direction="in" valid-from="2026-01-01" valid-to="2026-12-31">
 *   <grammar>
 *     <define tag="ZGT" name="Gate">                                <!-- a segment of the partner's own -->
 *       <element id="Z001" name="Gate" type="an" max="5" mandatory="true"/>
 *       <element id="C507"/>                                        <!-- an element or composite of the directory -->
 *     </define>
 *     <insert at="NAD/ZGT" after="LOC" max="5"/>                    <!-- an extra segment, in the group of NAD -->
 *     <use at="LIN/FTX" max="99"/>                                  <!-- more repetitions, of a segment or a group -->
 *     <use at="UNS" mandatory="false"/>                             <!-- a mandatory segment may be missing -->
 *     <element at="BGM/1004" max="70"/>                             <!-- a longer field; mandatory, min -->
 *     <codes at="DTM/2005" add="Z01"/>                              <!-- codes that are not in the list -->
 *   </grammar>
 *   <mapping>                                                       <!-- as in edi:message: read and written as it says here, and no other way -->
 *     <field name="requestedDelivery" at="DTM[2005=Z01]/2380" type="date"/>
 *     <rows name="parties" at="NAD"><field name="role" at="NAD/3035" values="ZBY=BY"/></rows>
 *   </mapping>
 * </overlay>
 * }</pre>
 *
 * <p>{@code direction} is {@code in} for what the partner sends, {@code out} for what it gets, or {@code both}. For writing a mapping
 * may have {@code constant} too, and {@code values} are put the other way round. {@link DraftPath} says how places are named in the grammar. Of X12 {@code message} is the set (850) and {@code directory} the
 * version (004010).
 */
public final class OverlayReader {
    static final String NAMESPACE = "https://tradelane.io/xsd/overlay-1.0.xsd";
    private static final XmlLimits LIMITS = XmlLimits.ofBytes(1 << 20);
    private static final Pattern VERSION = Pattern.compile("\\d{6}");

    private final XmlCursor cursor;
    private int line = 1;
    private Declaration.@Nullable Rows mapping;
    private int mappingLine;

    private OverlayReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * @throws OverlayRefused if it cannot be used: not XML as it may be, or not what the message is like
     * @throws IOException if the input fails
     */
    public static Overlay read(InputStream input) throws IOException, OverlayRefused {
        OverlayReader reader = null;
        try {
            reader = new OverlayReader(new XmlCursor(input, LIMITS));
            return reader.read();
        } catch (XmlRefused refused) {
            throw new OverlayRefused(Math.max(1, refused.line()), refused.error() + (refused.value() == null ? "" : ": " + refused.value()), refused);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new OverlayRefused(reader == null ? 1 : reader.line, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Overlay read() throws IOException, XmlRefused {
        String root = cursor.root();
        here();
        if (!root.equals("overlay") || !NAMESPACE.equals(cursor.namespace())) {
            throw new IllegalArgumentException("the root element is no overlay of " + NAMESPACE);
        }
        Attributes attributes = new Attributes(cursor);
        MappingKey key = new MappingKey(
                attributes.required("message"), attributes.required("directory"), null, attributes.required("partner"));
        LocalDate from = LocalDate.parse(attributes.required("valid-from"));
        String until = cursor.attribute("valid-to");
        LocalDate to = until == null ? null : LocalDate.parse(until);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("valid-to " + to + " is before valid-from " + from);
        }
        Overlay.Direction direction = direction(cursor.attribute("direction"));
        attributes.only("message", "directory", "partner", "direction", "valid-from", "valid-to", "schemaLocation");
        Draft draft = draft(key);
        cursor.children(name -> {
            here();
            switch (name) {
                case "grammar" -> cursor.children(change -> {
                    here();
                    new OverlayChange(cursor, draft, this::here).read(change);
                });
                case "mapping" -> {
                    mappingLine = line;
                    mapping = new Declaration.Rows(
                            key.message(), null, mapping(key), new Declaration.Scope(true, false, Set.of()));
                }
                default -> throw new IllegalArgumentException("an overlay has a grammar and a mapping, no " + name);
            }
        });
        cursor.finish();
        return new Overlay(key, direction, from, to, draft.build(), mapping, mappingLine);
    }

    private static Overlay.Direction direction(@Nullable String text) {
        return switch (text == null ? "in" : text) {
            case "in" -> Overlay.Direction.IN;
            case "out" -> Overlay.Direction.OUT;
            case "both" -> Overlay.Direction.BOTH;
            default -> throw new IllegalArgumentException("direction is in, out or both, not \"" + text + "\"");
        };
    }

    private List<Declaration> mapping(MappingKey key) throws IOException, XmlRefused {
        List<String> released = isX12(key) ? Grammars.X12.released() : Grammars.EDIFACT.released();
        return new DeclarationReader(cursor, released, block -> {
            throw new IllegalArgumentException("a partner's mapping includes nothing");
        }).content();
    }

    private static Draft draft(MappingKey key) {
        if (isX12(key)) {
            X12Directory version = X12Directories.standard().find(key.directory());
            if (!version.version().equals(key.directory())) {
                throw new IllegalArgumentException("no version " + key.directory() + ", but " + X12Directories.versions());
            }
            return new SetDraft(standard(version.directory(), key), version);
        }
        return new Draft(standard(Directories.standard().find(key.directory())
                .orElseThrow(() -> new IllegalArgumentException("no directory " + key.directory() + ", but D93A to D21B")), key));
    }

    private static MessageGrammar standard(Directory directory, MappingKey key) {
        return directory.message(key.message())
                .orElseThrow(() -> new IllegalArgumentException(key.directory() + " has no message " + key.message()));
    }

    /** The directory of X12 is a version of six digits. */
    public static boolean isX12(MappingKey key) {
        return VERSION.matcher(key.directory()).matches();
    }

    private void here() {
        line = Math.max(1, cursor.line());
    }
}

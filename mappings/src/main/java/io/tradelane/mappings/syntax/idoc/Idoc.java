package io.tradelane.mappings.syntax.idoc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One IDoc, whichever way it was written.
 *
 * @param control the control record with the field names of EDI_DC40; empty where there is none
 * @param segments of the first level
 * @param flat else XML
 * @param byteEnd exclusive
 * @param report what was found wrong so far; who reads on adds to it
 */
public record Idoc(IdocSegment control, List<IdocSegment> segments, boolean flat, long byteStart, long byteEnd, IdocReport report) {

    /** DOCNUM without the zeros in front, as SAP shows it. */
    public String number() {
        String key = control.key("DOCNUM");
        return key == null ? "" : key;
    }

    /** MESTYP: ORDERS; a customer's own may be anything. */
    public String messageType() {
        return control.value("MESTYP");
    }

    /** IDOCTYP: ORDERS05. */
    public String basicType() {
        return control.value("IDOCTYP");
    }

    /** The family of its basic type: ORDERS, INVOIC, DELVRY; {@code null} for one that is not known. */
    public @Nullable String family() {
        return Structure.family(basicType(), messageType());
    }

    public List<IdocSegment> segments(String type) {
        return IdocSegment.named(segments, type);
    }

    public @Nullable IdocSegment segment(String type) {
        return IdocSegment.first(segments, type, null, null);
    }

    public @Nullable IdocSegment segment(String type, String field, String value) {
        return IdocSegment.first(segments, type, field, value);
    }
}

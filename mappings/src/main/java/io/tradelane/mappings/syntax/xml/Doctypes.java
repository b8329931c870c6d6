package io.tradelane.mappings.syntax.xml;

import io.tradelane.mappings.syntax.xml.XmlStream.Doctype;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.DTDInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Which document type declarations are passed over. None is ever fetched, and nothing in one is ever expanded. */
final class Doctypes {
    private static final String ENTITY = "<!ENTITY";

    private Doctypes() {}

    /**
     * The parser has come behind the external identifiers; if it has to go on for more, there are declarations.
     *
     * @return what it names; null where it declares what is not passed over, or does not end
     */
    static @Nullable Doctype harmless(XMLStreamReader2 reader) {
        try {
            DTDInfo info = reader.getDTDInfo();
            Doctype doctype = new Doctype(info.getDTDRootName(), info.getDTDPublicId(), info.getDTDSystemId());
            int before = characters(reader);
            String subset = info.getDTDInternalSubset();
            boolean declares = characters(reader) != before;
            return declares && !isHarmless(subset) ? null : doctype;
        } catch (XMLStreamException | RuntimeException endless) {
            return null;
        }
    }

    private static int characters(XMLStreamReader2 reader) {
        return reader.getLocationInfo().getCurrentLocation().getCharacterOffset();
    }

    /**
     * It declares elements, attributes and parameter entities only, as BMEcat 1.2 has its extensions declared. Entities that a document
     * could refer to are not passed over.
     */
    private static boolean isHarmless(@Nullable String subset) {
        for (int at = subset == null ? -1 : subset.indexOf(ENTITY); at >= 0; at = subset.indexOf(ENTITY, at + 1)) {
            if (!subset.substring(at + ENTITY.length()).stripLeading().startsWith("%")) {
                return false;
            }
        }
        return subset != null;
    }
}

package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.DataElement;
import io.tradelane.mappings.syntax.edifact.grammar.ElementChange;
import org.jspecify.annotations.Nullable;

/**
 * A data element of the X12 dictionary.
 *
 * @param id its number: 353
 * @param decimals implied, of type {@code N}
 * @param min shortest value in characters; of a number, sign and decimal point are not counted
 * @param codes its code list, as far as it is known here
 */
public record Element(
        String id, ElementType type, int decimals, int min, int max, String name, String chineseName, @Nullable CodeList codes) {

    Element with(ElementChange change) {
        return new Element(id, type, decimals, change.min(min), change.max(max), name, chineseName, change.codes(codes, id));
    }

    /** As the cartridge knows it. */
    DataElement plain() {
        return new DataElement(id, name, type.isNumber(), min, max, codes);
    }
}

package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as read.
 *
 * @param name of the declaration; {@code null} when none fits
 * @param root {@code null} when there is no root element within the first bytes
 * @param row what the declaration asked for. Present, as far as it could be read, in a document with errors too
 * @param byteEnd how many bytes it has, or were read until it had to be refused
 */
public record BoundDocument(
        @Nullable String name, @Nullable XmlRoot root, @Nullable Row row, List<Finding> findings, long byteStart, long byteEnd) {

    public boolean valid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}

package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be said when all was read.
 *
 * @param header of the first interchange, when there are several; {@code null} when none could be read
 * @param findings about the envelope; those of messages went with the messages
 * @param messageCount how many messages were handed over
 * @param rejected the envelope is so wrong that none of the messages may be processed
 */
public record InterchangeResult(
        Format format, @Nullable InterchangeHeader header, List<Finding> findings, int messageCount, boolean rejected) {

    /** Whether the envelope is without error; says nothing about the messages in it. */
    public boolean valid() {
        return !rejected && findings.stream().noneMatch(Finding::isError);
    }
}

package io.tradelane.mappings;

import io.tradelane.mappings.syntax.EnvelopeReport;
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
 * @param envelopes each interchange of the input by itself, where it is acknowledged by itself: X12
 */
public record InterchangeResult(
        Format format,
        @Nullable InterchangeHeader header,
        List<Finding> findings,
        int messageCount,
        boolean rejected,
        List<EnvelopeReport> envelopes) {

    /** Of a format whose envelopes need not be told of one by one. */
    public InterchangeResult(
            Format format, @Nullable InterchangeHeader header, List<Finding> findings, int messageCount, boolean rejected) {
        this(format, header, findings, messageCount, rejected, List.of());
    }

    /** Whether the envelope is without error; says nothing about the messages in it. */
    public boolean valid() {
        return !rejected && findings.stream().noneMatch(Finding::isError);
    }
}

package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EnvelopeReport;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be said when the input has been read.
 *
 * @param header of the first interchange; {@code null} when there was no readable UNB
 * @param findings about envelopes; those of messages went with the message
 * @param messageCount in all interchanges of the input
 * @param rejected an envelope is so wrong that none of its messages may be processed (DE 0083 code 4)
 * @param envelopes each interchange by itself
 */
public record BoundInterchange(
        @Nullable InterchangeHeader header, List<Finding> findings, int messageCount, boolean rejected, List<EnvelopeReport> envelopes) {}

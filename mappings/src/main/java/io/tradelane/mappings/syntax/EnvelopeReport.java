package io.tradelane.mappings.syntax;

import java.util.List;

/**
 * What was found about the envelope of one interchange.
 *
 * @param findings of the interchange; those of its groups are with them
 * @param groups the functional groups in it, of X12
 */
public record EnvelopeReport(InterchangeHeader header, List<Finding> findings, List<GroupReport> groups) {}

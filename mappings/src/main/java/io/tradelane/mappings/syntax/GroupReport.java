package io.tradelane.mappings.syntax;

import java.util.List;

/**
 * What was found about the envelope of one functional group.
 *
 * @param messages that were in it
 */
public record GroupReport(GroupHeader header, int messages, List<Finding> findings) {}

package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.ReferenceSet;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the functional groups of one interchange: GS and GE. */
final class GroupReader {

    private final Segment segment;
    private final InterchangeHandler handler;
    private final Findings findings;
    private final ElementCheck check;
    private final ReferenceSet groupsSeen = new ReferenceSet();
    private final ReferenceSet setsSeen = new ReferenceSet();
    private @Nullable GroupHeader group;
    private int groups;
    private int sets;

    GroupReader(Segment segment, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.segment = segment;
        this.handler = handler;
        this.findings = new Findings(limits.messageFindings(), X12Error.TOO_MANY_FINDINGS);
        this.check = new ElementCheck(findings, codeLists);
    }

    void restart() {
        groupsSeen.clear();
        setsSeen.clear();
        groups = 0;
        sets = 0;
    }

    boolean isOpen() {
        return group != null;
    }

    /** In the interchange, so far. */
    int count() {
        return groups;
    }

    ReferenceSet references() {
        return setsSeen;
    }

    void begin(String interchangeVersion) {
        groups++;
        sets = 0;
        setsSeen.clear();
        group = EnvelopeText.group(segment);
        check.allowShortDates(X12Directories.hasShortDates(group.version()));
        checkElements(group.version().isEmpty() ? interchangeVersion : group.version());
        String key = group.functionalIdentifier() + group.controlReference();
        if (!group.controlReference().isEmpty() && !groupsSeen.add(key)) {
            findings.add(X12Error.GROUP_DUPLICATE, segment.position(6, 0), group.controlReference(), null);
        }
        handler.group(group);
    }

    /**
     * A set begins.
     *
     * @param headless not even the interchange has a header; that is enough to be said
     * @return the group it is in, {@code null} when it is in none, which is said
     */
    @Nullable GroupHeader set(boolean headless) {
        sets++;
        if (group == null && !headless && !findings.has(X12Error.GROUP_HEADER_MISSING)) {
            findings.add(X12Error.GROUP_HEADER_MISSING, segment.position(), null, "GS");
        }
        return group;
    }

    /** GE. */
    List<Finding> end() {
        checkElements(group.version());
        new Trailer(segment, findings).compare(
                X12Error.SET_COUNT_WRONG, sets, X12Error.GROUP_REFERENCE_MISMATCH, group.controlReference());
        return close();
    }

    /** The group has no GE. */
    List<Finding> abandon(Position where) {
        findings.add(X12Error.GROUP_TRAILER_MISSING, where, null, sets + " " + group.controlReference());
        return close();
    }

    private List<Finding> close() {
        List<Finding> drained = findings.drain();
        handler.groupEnd(group, sets, drained);
        group = null;
        return drained;
    }

    /** What was found outside of all groups. */
    List<Finding> endOfInterchange() {
        return findings.drain();
    }

    private void checkElements(String version) {
        SegmentRules rules = X12Directories.standard().find(version).rules(segment.tag());
        if (rules != null) {
            check.check(segment, rules);
        }
    }
}

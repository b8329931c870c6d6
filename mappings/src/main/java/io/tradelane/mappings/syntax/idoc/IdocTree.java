package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.idoc.Structure.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts flat records where they belong: below the segment that the structure of the basic type names; below the one that PSGNUM
 * names, or the level, where the structure says nothing.
 */
final class IdocTree {
    private final @Nullable Structure structure;
    private final IdocReport report;
    private final List<IdocSegment> roots = new ArrayList<>();
    private final Map<Integer, IdocSegment> byNumber = new HashMap<>();
    private final Map<String, IdocSegment> lastOfType = new HashMap<>();
    private final List<IdocSegment> lastOfLevel = new ArrayList<>();
    private int number;
    private boolean wrongNumber;
    private boolean wrongParent;

    IdocTree(@Nullable Structure structure, IdocReport report) {
        this.structure = structure;
        this.report = report;
    }

    List<IdocSegment> roots() {
        return roots;
    }

    /** @param own SEGNUM, parent PSGNUM, level HLEVEL; 0 for one that is blank, -1 for what is no number */
    void add(IdocSegment segment, int own, int parent, int level) {
        numbers(segment, own);
        IdocSegment above = above(segment, own, parent, level);
        if (above == null) {
            roots.add(segment);
        } else {
            above.add(segment);
        }
        if (own > 0) {
            byNumber.put(own, segment);
        }
        lastOfType.put(segment.name(), segment);
        if (level > 0) {
            while (lastOfLevel.size() > level) {
                lastOfLevel.removeLast();
            }
            while (lastOfLevel.size() < level) {
                lastOfLevel.add(segment);
            }
            lastOfLevel.set(level - 1, segment);
        }
    }

    private void numbers(IdocSegment segment, int own) {
        if (own != 0 && own <= number && !wrongNumber) {
            wrongNumber = true;
            report.add(IdocError.SEGMENT_NUMBER_WRONG, segment, null, own < 0 ? "?" : Integer.toString(own), Integer.toString(number + 1));
        }
        number = Math.max(number, own);
    }

    private @Nullable IdocSegment above(IdocSegment segment, int own, int parent, int level) {
        IdocSegment named = parent > 0 && parent != own ? byNumber.get(parent) : null;
        Node node = structure == null ? null : structure.node(segment.name());
        if (node == null) {
            return named != null || own > 0 && parent == 0 ? named : level(level - 1);
        }
        if (node.parent().equals(Structure.ROOT)) {
            return null;
        }
        if (named != null && named.name().equals(node.parent())) {
            return named;
        }
        IdocSegment last = lastOfType.get(node.parent());
        if (parent != 0 && last != null && !wrongParent) {
            wrongParent = true;
            String told = named == null ? Integer.toString(parent) : named.name();
            report.add(IdocError.HIERARCHY_WRONG, segment, null, told, node.parent());
        }
        if (last == null) {
            report.add(IdocError.PARENT_MISSING, segment, null, null, node.parent());
        }
        return last;
    }

    private @Nullable IdocSegment level(int level) {
        return level > 0 && level <= lastOfLevel.size() ? lastOfLevel.get(level - 1) : null;
    }
}

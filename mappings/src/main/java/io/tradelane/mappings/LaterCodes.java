package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes that came into a list after the directory of the message: they are in use before, and known by then. */
final class LaterCodes {
    private static final List<String> LATER = List.of("D01B", "D21B");

    private LaterCodes() {}

    /** Whether the code that a finding is about stands in a later list of its element. */
    static boolean have(Finding finding) {
        String path = finding.path();
        String tag = finding.position().segment();
        String value = finding.value();
        if (path == null || tag == null || value == null) {
            return false;
        }
        String element = path.substring(path.lastIndexOf('/') + 1);
        byte[] code = value.getBytes(StandardCharsets.UTF_8);
        return LATER.stream()
                .flatMap(name -> Directories.standard().find(name).stream())
                .anyMatch(directory -> contains(directory.segment(SegmentTag.of(tag)), element, code));
    }

    private static boolean contains(@Nullable SegmentGrammar segment, String element, byte[] code) {
        if (segment == null) {
            return false;
        }
        Layout layout = segment.compact();
        for (int position = 1; position <= layout.size; position++) {
            for (int component = 1; component <= layout.components(position); component++) {
                CodeList codes = layout.element(position, component).codes();
                if (codes != null && layout.element(position, component).id().equals(element) && codes.contains(code, 0, code.length)) {
                    return true;
                }
            }
        }
        return false;
    }
}

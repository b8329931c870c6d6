package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.MessageStructure;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the structure of a set; sets.txt says how it is written. */
final class SetStructure {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\))|(\\()(!?)(?::(\\d+|\\*))|([A-Z][A-Z0-9]{1,2})(!?)(?::(\\d+|\\*))?)");
    private static final int UNBOUNDED = 999_999;

    private SetStructure() {}

    static MessageGrammar read(String set, Directory directory, String text) {
        MessageStructure structure = new MessageStructure(directory, SegmentTag.ST);
        Matcher token = TOKEN.matcher(text.stripTrailing());
        int loop = 0;
        int at = 0;
        while (token.region(at, token.regionEnd()).lookingAt()) {
            if (token.group(1) != null) {
                structure.endGroup();
            } else if (token.group(2) != null) {
                structure.beginGroup(++loop, !token.group(3).isEmpty(), times(token.group(4)));
            } else {
                structure.segment(SegmentTag.of(token.group(5)), !token.group(6).isEmpty(), times(token.group(7)));
            }
            at = token.end();
        }
        if (at < token.regionEnd()) {
            throw new IllegalStateException(set + " at \"" + text.substring(at) + "\"");
        }
        return new MessageGrammar(set, directory, structure.nodes());
    }

    private static int times(@Nullable String text) {
        return text == null ? 1 : text.equals("*") ? UNBOUNDED : Integer.parseInt(text);
    }
}

package io.tradelane.portal.onboarding;

import io.tradelane.mappings.Format;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One mistake in a right file, such as happens: a count that does not fit, a day that does not exist. */
final class WrongFiles {
    private record Mistake(Pattern right, String wrong) {}

    private static final Map<Format, Mistake> MISTAKES = Map.of(
            Format.EDIFACT, new Mistake(Pattern.compile("UNT\\+\\d+"), "UNT+99"),
            Format.X12, new Mistake(Pattern.compile("([~\\n\\r]SE[*])\\d+"), "$199"),
            Format.UBL, new Mistake(Pattern.compile("(<cbc:IssueDate>)[^<]*"), "$12026-02-31"),
            Format.JSON, new Mistake(Pattern.compile("(\"issueDate\"\\s*:\\s*\")[^\"]*"), "$12026-02-31"));

    private WrongFiles() {}

    static boolean canBe(Format format) {
        return MISTAKES.containsKey(format);
    }

    /** Empty: of this format none is made. */
    static Optional<byte[]> of(Format format, byte[] right) {
        return Optional.ofNullable(MISTAKES.get(format))
                .map(mistake -> mistake.right.matcher(new String(right, StandardCharsets.ISO_8859_1)).replaceFirst(mistake.wrong).getBytes(StandardCharsets.ISO_8859_1));
    }
}

package io.tradelane.mappings.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes segments and elements, rows and cells. The separators are those that stand most often in the file. */
final class SegmentMutation {
    private static final String TERMINATORS = "'~\n";
    private static final String SEPARATORS = "+*=:,;\t";

    private SegmentMutation() {}

    static byte[] mutate(byte[] bytes, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        char terminator = mostFrequent(text, TERMINATORS);
        List<String> segments = new ArrayList<>(Arrays.asList(text.split(String.valueOf(terminator), -1)));
        int at = random.nextInt(segments.size());
        int other = random.nextInt(segments.size());
        String segment = segments.get(at);
        switch (random.nextInt(8)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(other, segment);
            case 2 -> segments.add(other, segments.remove(at));
            case 3 -> segments.addAll(other, List.copyOf(segments.subList(Math.min(at, other), Math.max(at, other))));
            case 4 -> segments.addAll(other, java.util.Collections.nCopies(1 + random.nextInt(200), segment));
            default -> segments.set(at, elements(segment, mostFrequent(text, SEPARATORS), random));
        }
        return String.join(String.valueOf(terminator), segments).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String elements(String segment, char separator, RandomGenerator random) {
        List<String> elements = new ArrayList<>(Arrays.asList(segment.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1)));
        int at = random.nextInt(elements.size());
        String element = elements.get(at);
        switch (random.nextInt(8)) {
            case 0 -> elements.remove(at);
            case 1 -> elements.set(at, "");
            case 2 -> elements.add(at, element);
            case 3 -> elements.addAll(at, java.util.Collections.nCopies(1 + random.nextInt(random.nextInt(10) == 0 ? 3000 : 20), ""));
            case 4 -> elements.set(at, element.repeat(1 + random.nextInt(100)));
            case 5 -> elements.add(random.nextInt(elements.size()), elements.remove(at));
            case 6 -> elements.set(at, ByteMutation.number(random));
            default -> elements.set(at, "A".repeat(random.nextInt(300)));
        }
        return String.join(String.valueOf(separator), elements);
    }

    private static char mostFrequent(String text, String candidates) {
        int[] counts = new int[256];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i)]++;
        }
        char best = candidates.charAt(0);
        for (char candidate : candidates.toCharArray()) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }
}

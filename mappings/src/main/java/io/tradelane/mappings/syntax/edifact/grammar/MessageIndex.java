package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which directories each message of UN/EDIFACT is, and which directory a version means that names none of them. Read from
 * messages.txt, lines such as {@code RECADV D96A-D21B}, so that no grammar need be loaded to know it.
 */
final class MessageIndex {

    /** Where a version says no year, that of the directory in widest use. */
    private static final String USUAL = "D96A";
    private static final Pattern YEAR = Pattern.compile("(\\d\\d)([ABC12])(?!.*\\d\\d[ABC12])");
    private static final int CENTURY_TURN = 70;

    private final Map<String, List<String>> ranges = new HashMap<>();

    static MessageIndex read() {
        MessageIndex index = new MessageIndex();
        try (InputStream in = MessageIndex.class.getResourceAsStream("messages.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" "));
                index.ranges.put(words.getFirst(), words.subList(1, words.size()));
            }
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read messages.txt", e);
        }
    }

    boolean knows(String message) {
        return ranges.containsKey(message);
    }

    /** That of the directories with the message which is closest to the version: 96A and 096A to D96A, 91 1 to D93A. */
    String nearest(String message, String version) {
        List<String> released = Directories.released();
        int wanted = age(version);
        String nearest = USUAL;
        int best = Integer.MAX_VALUE;
        for (String range : ranges.getOrDefault(message, List.of())) {
            int from = released.indexOf(range.substring(0, 4));
            int to = range.length() > 4 ? released.indexOf(range.substring(5)) : from;
            for (String directory : released.subList(from, to + 1)) {
                int distance = Math.abs(age(directory) - wanted);
                if (distance < best) {
                    best = distance;
                    nearest = directory;
                }
            }
        }
        return nearest;
    }

    static boolean saysYear(String version) {
        return YEAR.matcher(version).find();
    }

    /** Releases since 1970, two a year. */
    private static int age(String version) {
        Matcher year = YEAR.matcher(version);
        if (!year.find()) {
            return age(USUAL);
        }
        int two = Integer.parseInt(year.group(1));
        boolean first = year.group(2).equals("A") || year.group(2).equals("1");
        return ((two < CENTURY_TURN ? 100 + two : two) - CENTURY_TURN) * 2 + (first ? 0 : 1);
    }
}

package io.tradelane.mappings.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes values, and now and then anything else. */
final class JsonMutation {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d[\\d.eE+-]*|true|false|null|[{}\\[\\],:]");
    private static final String[] VALUES = {"null", "true", "{}", "[]", "\"\"", "0", "-1", "1.5", "[null]", "\"\\ud800\"", "\"\\u0000\"", "{\"a\":1}", ","};

    private JsonMutation() {}

    static byte[] mutate(byte[] bytes, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<int[]> tokens = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(text); token.find();) {
            tokens.add(new int[] {token.start(), token.end()});
        }
        if (tokens.isEmpty()) {
            return ByteMutation.mutate(bytes, random);
        }
        List<int[]> values = tokens.stream().filter(token -> isValue(text, token)).toList();
        List<int[]> chosen = values.isEmpty() || random.nextInt(6) == 0 ? tokens : values;
        int[] one = chosen.get(random.nextInt(chosen.size()));
        int[] other = chosen.get(random.nextInt(chosen.size()));
        int deep = 1 + random.nextInt(random.nextInt(8) == 0 ? 5000 : 20);
        String by = switch (random.nextInt(8)) {
            case 0 -> random.nextInt(4) == 0 ? "" : "null";
            case 1 -> text.substring(other[0], other[1]);
            case 2 -> VALUES[random.nextInt(VALUES.length)];
            case 3 -> ByteMutation.number(random);
            case 4 -> "\"" + ByteMutation.number(random) + "\"";
            case 5 -> "[".repeat(deep) + "]".repeat(deep);
            case 6 -> "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
            default -> "\"" + text.substring(one[0], one[1]).replace("\"", "").repeat(1 + random.nextInt(60)) + "\"";
        };
        return (text.substring(0, one[0]) + by + text.substring(one[1])).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isValue(String text, int[] token) {
        return "{}[],:".indexOf(text.charAt(token[0])) < 0 && !text.startsWith(":", token[1]);
    }
}

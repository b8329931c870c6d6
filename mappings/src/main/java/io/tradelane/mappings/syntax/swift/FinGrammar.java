package io.tradelane.mappings.syntax.swift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which fields a type of message has, in which order: SWIFT Standards MT, categories 1 and 9, format specifications. Banks send
 * :28: for :28C:, the form of the standard before 1997, and fields of their own (:NS:).
 */
final class FinGrammar {
    private static final String STATEMENT = "20! 13D 21 25,25P! 28C,28! NS* 60F,60M! 61,86,NS* 62F,62M! 64 65* 86*";
    /** {@code !} must be there, {@code *} may be there again; what follows a bar is repeated as a group. */
    private static final Map<String, String> SPECIFICATIONS = Map.of(
            "940", STATEMENT,
            "950", STATEMENT,
            "941", "20! 21 25,25P! 28,28C! 13D 60F,60M 90D 90C 62F,62M! 64 65* 86*",
            "942", "20! 21 25,25P! 28C,28! NS* 34F* 13D,13 61,86,NS* 90D 90C 86*",
            "900", "20! 21! 25,25P! 13D 32A! 52A,52D 72",
            "910", "20! 21! 25,25P! 13D 32A! 50A,50F,50K 52A,52D 56A,56D 72",
            "103", "20! 13C* 23B! 23E* 26T 32A! 33B 36 50A,50F,50K! 51A 52A,52D 53A,53B,53D 54A,54B,54D 55A,55B,55D 56A,56C,56D"
                    + " 57A,57B,57C,57D 59,59A,59F! 70 71A! 71F* 71G 72 77B 77T",
            "101", "20! 21R 28D! 50C,50L,50F,50G,50H* 52A,52C 51A 30! 25 |"
                    + " 21! 21F 23E* 32B! 50C,50L,50F,50G,50H* 52A,52C 56A,56C,56D 57A,57C,57D 59,59A,59F! 70 77B 33B 71A! 25A 36");

    private static final Map<String, FinGrammar> READ = new ConcurrentHashMap<>();

    private final List<Rule> rules = new ArrayList<>();
    private int groupStart = -1;

    private record Rule(List<String> tags, boolean mandatory, boolean repeats) {
        String name() {
            return tags.getFirst();
        }
    }

    private FinGrammar(String specification) {
        for (String word : specification.split(" ")) {
            if (word.equals("|")) {
                groupStart = rules.size();
                continue;
            }
            char mark = word.charAt(word.length() - 1);
            boolean marked = mark == '!' || mark == '*';
            String tags = marked ? word.substring(0, word.length() - 1) : word;
            rules.add(new Rule(List.of(tags.split(",")), mark == '!', mark == '*'));
        }
    }

    static boolean known(String type) {
        return SPECIFICATIONS.containsKey(type);
    }

    /** Says of a message of a known type what is missing, repeated or in the wrong place. */
    static void check(FinMessage message) {
        READ.computeIfAbsent(message.type(), type -> new FinGrammar(SPECIFICATIONS.get(type))).walk(message);
    }

    private void walk(FinMessage message) {
        boolean[] seen = new boolean[rules.size()];
        int at = 0;
        FinField last = message.fields().getFirst();
        int groups = 0;
        for (FinField field : message.fields()) {
            if (groupStart >= 0 && field.tag().equals(rules.get(groupStart).name())) {
                missing(message, seen, groups == 0 ? 0 : groupStart, groups == 0 ? groupStart : rules.size(), last);
                Arrays.fill(seen, groupStart, seen.length, false);
                at = groupStart;
                groups++;
            }
            int rule = find(field.tag(), at, groupStart >= 0 && groups == 0 ? groupStart : rules.size());
            if (rule < 0) {
                misplaced(message, field, seen, at);
            } else if (rule == at && seen[at] && !rules.get(rule).repeats()) {
                message.report().add(SwiftError.FIELD_REPEATED, field, field.first(), null);
            } else {
                at = rule;
                seen[rule] = true;
                last = field;
            }
        }
        missing(message, seen, groups > 0 ? groupStart : 0, rules.size(), last);
    }

    private int find(String tag, int from, int to) {
        for (int i = from; i < to; i++) {
            if (rules.get(i).tags().contains(tag)) {
                return i;
            }
        }
        return -1;
    }

    private void misplaced(FinMessage message, FinField field, boolean[] seen, int at) {
        int rule = find(field.tag(), 0, rules.size());
        if (rule < 0) {
            message.report().add(SwiftError.FIELD_UNEXPECTED, field, field.first(), null);
        } else if (rule < at && seen[rule]) {
            message.report().add(SwiftError.FIELD_REPEATED, field, field.first(), null);
        } else {
            seen[rule] = true;
            message.report().add(SwiftError.FIELD_OUT_OF_ORDER, field, field.first(), order());
        }
    }

    private void missing(FinMessage message, boolean[] seen, int from, int to, FinField last) {
        for (int i = from; i < to; i++) {
            if (rules.get(i).mandatory() && !seen[i]) {
                message.report().add(SwiftError.FIELD_MISSING, last, null, String.join(": / :", rules.get(i).tags()));
            }
        }
    }

    private String order() {
        StringBuilder order = new StringBuilder();
        for (Rule rule : rules) {
            order.append(order.isEmpty() ? ":" : " :").append(rule.name()).append(':');
        }
        return order.toString();
    }
}

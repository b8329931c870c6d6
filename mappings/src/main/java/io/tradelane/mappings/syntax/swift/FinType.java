package io.tradelane.mappings.syntax.swift;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the type of a message from its fields, where block 2 and the lines around it do not. */
final class FinType {
    private FinType() {}

    /** @param named by the bank, or empty; empty again when nothing tells it */
    static String of(String named, List<FinField> fields) {
        if (FinGrammar.known(named)) {
            return named;
        }
        Set<String> tags = new HashSet<>();
        fields.forEach(field -> tags.add(field.tag()));
        String told = told(tags);
        return told.isEmpty() ? named : told;
    }

    private static String told(Set<String> tags) {
        if (any(tags, "60F", "60M", "61", "62F", "62M")) {
            boolean interim = tags.contains("34F") && !any(tags, "60F", "60M", "62F", "62M");
            return interim ? "942" : "940";
        }
        if (any(tags, "34F", "90C", "90D")) {
            return "942";
        }
        if (tags.contains("28D") && tags.contains("32B")) {
            return "101";
        }
        if (tags.contains("32A") && any(tags, "59", "59A", "59F")) {
            return "103";
        }
        if (tags.contains("32A") && any(tags, "25", "25P")) {
            return any(tags, "50A", "50F", "50K", "56A", "56D") ? "910" : "";
        }
        return any(tags, "25", "28", "28C") ? "940" : "";
    }

    private static boolean any(Set<String> tags, String... wanted) {
        for (String tag : wanted) {
            if (tags.contains(tag)) {
                return true;
            }
        }
        return false;
    }
}

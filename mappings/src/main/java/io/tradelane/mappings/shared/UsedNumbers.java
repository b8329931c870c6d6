package io.tradelane.mappings.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of lines so far. Nearly every sender counts upwards; then none is used twice, and nothing needs to be looked up. */
public final class UsedNumbers {
    private static final int DIGITS = 9;

    private final List<String> rising = new ArrayList<>();
    private int last = -1;
    private @Nullable Set<String> used;

    /** @return {@code false} if it was there before */
    public boolean add(String text) {
        if (used == null) {
            int number = number(text);
            if (number > last) {
                last = number;
                rising.add(text);
                return true;
            }
            used = new HashSet<>(rising);
        }
        return used.add(text);
    }

    /** -1 for what is no whole number. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

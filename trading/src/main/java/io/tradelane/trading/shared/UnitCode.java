package io.tradelane.trading.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of units of measure: UN/ECE Recommendation 20, and packages of Recommendation 21 behind an X. */
public final class UnitCode {
    private UnitCode() {}

    /** Read when the first code is asked for. */
    private static final class Codes {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(UnitCode.class.getResourceAsStream("units.txt")), StandardCharsets.US_ASCII))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Arrays.stream(line.split(" ")))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    public static boolean isKnown(String code) {
        return Codes.ALL.contains(code);
    }
}

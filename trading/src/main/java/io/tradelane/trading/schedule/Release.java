package io.tradelane.trading.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which of two releases is the later one: the buyer's count says so, which may begin again with a year; where it says nothing,
 * the documents' numbers, else their days.
 *
 * @param count RFF+AAN, BFR03; the number where the buyer does not count
 */
record Release(String count, String number, LocalDate issuedOn) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    boolean isOlderThan(Release other) {
        if (issuedOn.getYear() != other.issuedOn.getYear()) {
            return issuedOn.getYear() < other.issuedOn.getYear();
        }
        int byCount = compare(count, other.count);
        int counted = byCount != 0 ? byCount : compare(number, other.number);
        return counted != 0 ? counted < 0 : issuedOn.isBefore(other.issuedOn);
    }

    /** @return 0 as well for texts that count nothing: they differ in more than their digits */
    private static int compare(String one, String other) {
        if (!DIGITS.matcher(one).replaceAll("#").equals(DIGITS.matcher(other).replaceAll("#"))) {
            return 0;
        }
        List<BigInteger> mine = numbers(one);
        List<BigInteger> theirs = numbers(other);
        for (int i = 0; i < mine.size(); i++) {
            int difference = mine.get(i).compareTo(theirs.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static List<BigInteger> numbers(String text) {
        return DIGITS.matcher(text).results().map(MatchResult::group).map(BigInteger::new).toList();
    }
}

package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static Release release(String count, String number, LocalDate day) {
        return new Release(count, number, day);
    }

    @Test
    void theCountSaysWhichIsOlderAndNotItsLetters() {
        assertThat(release("9", "A", MONDAY).isOlderThan(release("10", "B", MONDAY))).isTrue();
        assertThat(release("R-10", "A", MONDAY).isOlderThan(release("R-9", "B", MONDAY))).isFalse();
        assertThat(release("2026-07", "A", MONDAY.plusDays(1)).isOlderThan(release("2026-12", "B", MONDAY))).isTrue();
    }

    @Test
    void aBuyerMayBeginToCountAgainWithAYear() {
        assertThat(release("1", "A", LocalDate.of(2027, 1, 4)).isOlderThan(release("52", "B", MONDAY))).isFalse();
        assertThat(release("52", "B", MONDAY).isOlderThan(release("1", "A", LocalDate.of(2027, 1, 4)))).isTrue();
    }

    @Test
    void oneWhoseCountNeverChangesIsToldByItsNumber() {
        assertThat(release("SA-77", "DS-8", MONDAY).isOlderThan(release("SA-77", "DS-9", MONDAY))).isTrue();
    }

    @Test
    void namesThatCountNothingAreToldByTheirDays() {
        assertThat(release("4f3a", "4f3a", MONDAY).isOlderThan(release("b01c", "b01c", MONDAY.plusDays(1)))).isTrue();
        assertThat(release("4f3a", "4f3a", MONDAY).isOlderThan(release("b01c", "b01c", MONDAY))).isFalse();
    }
}

package io.tradelane.trading.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void whatIsMadeLaterComesLater() {
        assertThat(Stream.generate(Ids::next).limit(20_000).map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tellsItsTimeInMilliseconds() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 10);
    }
}

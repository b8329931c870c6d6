package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.exchange.ControlNumbers.Kind;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ControlNumbersTest extends TestDatabase {
    @Autowired ControlNumbers numbers;

    @Test
    void thereAreNoGapsAndNoRepetitionsWhenManyAskAndSomeGiveUp() {
        UUID from = organisation("From", Organisation.Kind.SUPPLIER);
        UUID to = organisation("To", Organisation.Kind.BUYER);
        List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                boolean givesUp = i % 5 == 0;
                threads.execute(() -> take(from, to, givesUp, taken));
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 160).boxed().toList());
    }

    private void take(UUID from, UUID to, boolean givesUp, List<Long> taken) {
        try {
            Long number = in(Actor.hub(), () -> {
                String next = numbers.next(from, to, Kind.INTERCHANGE);
                if (givesUp) {
                    throw new IllegalStateException("rendering failed");
                }
                return Long.valueOf(next);
            });
            taken.add(number);
        } catch (IllegalStateException rolledBack) {
            assertThat(givesUp).isTrue();
        }
    }
}

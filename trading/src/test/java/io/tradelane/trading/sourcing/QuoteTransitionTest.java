package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.sourcing.QuoteTransition.Event;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuoteTransitionTest {
    private static final Set<String> DRAWN = Set.of("""
            SUBMITTED COUNTER SUPERSEDED
            SUBMITTED REPLACE SUPERSEDED
            SUBMITTED ACCEPT ACCEPTED
            SUBMITTED REJECT REJECTED
            SUBMITTED WITHDRAW WITHDRAWN
            SUBMITTED EXPIRE EXPIRED
            SUBMITTED NOT_AWARDED REJECTED
            ACCEPTED NOT_AWARDED REJECTED
            EXPIRED RENEW EXPIRED
            REJECTED RENEW REJECTED
            WITHDRAWN RENEW WITHDRAWN""".split("\n"));

    @Test
    void everyPairOfStateAndEventIsInTheTableOrRefused() {
        for (QuoteState state : QuoteState.values()) {
            for (Event event : Event.values()) {
                String next = QuoteTransition.next(state, event).map(QuoteState::name).orElse("refused");
                assertThat(next.equals("refused") || DRAWN.contains(state + " " + event + " " + next)).as("%s %s leads to %s", state, event, next).isTrue();
            }
        }
        assertThat(QuoteTransition.TABLE).hasSize(DRAWN.size());
    }

    @Test
    void everyStateCanBeReachedFromASubmittedVersion() {
        EnumSet<QuoteState> reached = EnumSet.of(QuoteState.SUBMITTED);
        QuoteTransition.TABLE.stream().filter(row -> reached.contains(row.from())).forEach(row -> reached.add(row.to()));
        assertThat(reached).containsExactlyInAnyOrder(QuoteState.values());
    }
}

package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.sourcing.RfqTransition.Event;
import io.tradelane.trading.sourcing.RfqTransition.Guard;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RfqTransitionTest {
    /** The table once more as a person would draw it: from, event, to. A guard in brackets. */
    private static final Set<String> DRAWN = Set.of("""
            DRAFT EDIT DRAFT
            DRAFT PUBLISH OPEN
            DRAFT CANCEL CANCELLED
            OPEN VIEW OPEN
            OPEN DECLINE OPEN
            OPEN ASK OPEN
            OPEN ANSWER OPEN
            OPEN AMEND OPEN
            OPEN EXTEND OPEN
            OPEN QUOTE OPEN
            OPEN COUNTER OPEN [NOT_SEALED]
            OPEN CLOSE EVALUATION [ALL_ANSWERED]
            OPEN DEADLINE EVALUATION [QUOTED]
            OPEN DEADLINE NO_BIDS [NOT_QUOTED]
            OPEN CANCEL CANCELLED
            EVALUATION START_ROUND NEGOTIATING [ROUNDS_LEFT]
            EVALUATION AWARD AWARDED
            EVALUATION CANCEL CANCELLED
            NEGOTIATING QUOTE NEGOTIATING
            NEGOTIATING COUNTER NEGOTIATING
            NEGOTIATING DEADLINE EVALUATION
            NEGOTIATING AWARD AWARDED
            NEGOTIATING CANCEL CANCELLED
            AWARDED ORDER COMPLETED
            NO_BIDS DUPLICATE NO_BIDS
            COMPLETED DUPLICATE COMPLETED
            CANCELLED DUPLICATE CANCELLED""".split("\n"));

    @Test
    void everyPairOfStateAndEventIsInTheTableOrRefused() {
        for (RfqState state : RfqState.values()) {
            for (Event event : Event.values()) {
                for (Guard guard : Guard.values()) {
                    String next = RfqTransition.next(state, event, Set.of(guard)).map(RfqState::name).orElse("refused");
                    String plain = state + " " + event + " " + next;
                    assertThat(next.equals("refused") || DRAWN.contains(plain) || DRAWN.contains(plain + " [" + guard + "]"))
                            .as("%s %s under %s leads to %s", state, event, guard, next)
                            .isTrue();
                }
            }
        }
        assertThat(RfqTransition.TABLE).hasSize(DRAWN.size());
    }

    @Test
    void rowsOfOnePairExcludeEachOtherByTheirGuards() {
        Map<String, List<Guard>> guards = RfqTransition.TABLE.stream().collect(Collectors.groupingBy(
                row -> row.from() + " " + row.event(), Collectors.mapping(RfqTransition::guard, Collectors.toList())));
        assertThat(guards.values()).allSatisfy(of -> {
            assertThat(of).doesNotHaveDuplicates();
            assertThat(of.size() == 1 || !of.contains(Guard.NONE)).isTrue();
        });
    }

    @Test
    void everyStateCanBeReachedFromADraftOrIsTheDraft() {
        EnumSet<RfqState> reached = EnumSet.of(RfqState.DRAFT);
        for (int round = 0; round < RfqState.values().length; round++) {
            RfqTransition.TABLE.stream().filter(row -> reached.contains(row.from())).forEach(row -> reached.add(row.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(RfqState.values());
    }
}

package io.tradelane.trading.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.requirement.RequirementTransition.Guard;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementTransitionTest {
    /** The table once more as a person would draw it: from, event, to. A guard in brackets. */
    private static final Set<String> DRAWN = Set.of("""
            DRAFT EDIT DRAFT
            DRAFT CHOOSE DRAFT
            DRAFT SUBMIT PENDING_APPROVAL
            DRAFT CANCEL CANCELLED
            PENDING_APPROVAL APPROVE APPROVED
            PENDING_APPROVAL REJECT REJECTED
            PENDING_APPROVAL CANCEL CANCELLED
            REJECTED EDIT DRAFT
            REJECTED CANCEL CANCELLED
            APPROVED CHOOSE APPROVED
            APPROVED SOURCE SOURCING
            APPROVED CANCEL CANCELLED
            SOURCING CHOOSE SOURCING
            SOURCING SOURCE SOURCING
            SOURCING ORDER ORDERED
            SOURCING RETURN APPROVED [NOTHING_DONE]
            SOURCING CANCEL CANCELLED [NOTHING_DONE]
            ORDERED CHOOSE ORDERED
            ORDERED SOURCE SOURCING
            ORDERED ORDER ORDERED
            ORDERED CLOSE CLOSED [NOTHING_ASKED]""".split("\n"));

    @Test
    void everyPairOfStateAndEventIsInTheTableOrRefused() {
        for (RequirementState state : RequirementState.values()) {
            for (Event event : Event.values()) {
                for (Guard guard : Guard.values()) {
                    String next = RequirementTransition.next(state, event, Set.of(guard)).map(RequirementState::name).orElse("refused");
                    String plain = state + " " + event + " " + next;
                    assertThat(next.equals("refused") || DRAWN.contains(plain) || DRAWN.contains(plain + " [" + guard + "]"))
                            .as("%s %s under %s leads to %s", state, event, guard, next).isTrue();
                }
            }
        }
        assertThat(RequirementTransition.TABLE).hasSize(DRAWN.size());
    }

    @Test
    void everyStateCanBeReachedFromADraftOrIsTheDraft() {
        EnumSet<RequirementState> reached = EnumSet.of(RequirementState.DRAFT);
        for (int round = 0; round < RequirementState.values().length; round++) {
            RequirementTransition.TABLE.stream().filter(row -> reached.contains(row.from())).forEach(row -> reached.add(row.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(RequirementState.values());
    }
}

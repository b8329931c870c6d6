package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.order.AgreementTransition.Guard;
import io.tradelane.trading.order.OrderStatus.Transmission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgreementTransitionTest {
    /** The table once more as a person would draw it: from, event, to. A guard in brackets. */
    private static final Set<String> DRAWN = Set.of("""
            DRAFT SUBMIT PENDING_APPROVAL
            DRAFT CANCEL CANCELLED
            PENDING_APPROVAL APPROVE APPROVED
            PENDING_APPROVAL DISAPPROVE DRAFT
            PENDING_APPROVAL RECALL DRAFT
            PENDING_APPROVAL CANCEL CANCELLED
            APPROVED ISSUE ISSUED
            APPROVED CANCEL CANCELLED
            ISSUED ACKNOWLEDGE ISSUED
            ISSUED ACCEPT CONFIRMED
            ISSUED PROPOSE_CHANGE CHANGE_PENDING_BUYER
            ISSUED REPLACE ISSUED
            ISSUED REJECT REJECTED_BY_SUPPLIER
            ISSUED CANCEL CANCELLED [NOT_ANSWERED]
            ISSUED REQUEST_CANCEL CANCEL_PENDING [ANSWERED]
            CONFIRMED PROPOSE_CHANGE CHANGE_PENDING_BUYER
            CONFIRMED REQUEST_CHANGE CHANGE_PENDING_SUPPLIER
            CONFIRMED REQUEST_CANCEL CANCEL_PENDING
            CONFIRMED HOLD ON_HOLD
            CONFIRMED COMPLETE COMPLETED
            CONFIRMED CLOSE CLOSED
            CHANGE_PENDING_BUYER ACCEPT_CHANGE CONFIRMED [SOMETHING_LEFT]
            CHANGE_PENDING_BUYER ACCEPT_CHANGE REJECTED_BY_SUPPLIER [NOTHING_LEFT]
            CHANGE_PENDING_BUYER REFUSE_CHANGE CONFIRMED [CONFIRMED_BEFORE]
            CHANGE_PENDING_BUYER REFUSE_CHANGE ISSUED [NEVER_CONFIRMED]
            CHANGE_PENDING_BUYER WITHDRAW_CHANGE CONFIRMED [CONFIRMED_BEFORE]
            CHANGE_PENDING_BUYER WITHDRAW_CHANGE ISSUED [NEVER_CONFIRMED]
            CHANGE_PENDING_SUPPLIER ACCEPT_CHANGE CONFIRMED
            CHANGE_PENDING_SUPPLIER REFUSE_CHANGE CONFIRMED
            CHANGE_PENDING_SUPPLIER WITHDRAW_CHANGE CONFIRMED
            CANCEL_PENDING ACCEPT_CANCEL CANCELLED [NOTHING_LEFT]
            CANCEL_PENDING ACCEPT_CANCEL CONFIRMED [SOMETHING_LEFT]
            CANCEL_PENDING REFUSE_CANCEL CONFIRMED [CONFIRMED_BEFORE]
            CANCEL_PENDING REFUSE_CANCEL ISSUED [NEVER_CONFIRMED]
            ON_HOLD RELEASE CONFIRMED
            COMPLETED REOPEN CONFIRMED
            CLOSED REOPEN CONFIRMED""".split("\n"));

    @Test
    void everyPairOfStateAndEventIsInTheTableOrRefused() {
        for (Agreement state : Agreement.values()) {
            for (Event event : Event.values()) {
                for (Guard guard : Guard.values()) {
                    String next = AgreementTransition.next(state, event, Set.of(guard)).map(Agreement::name)
                            .orElse("refused");
                    String plain = state + " " + event + " " + next;
                    assertThat(next.equals("refused") || DRAWN.contains(plain) || DRAWN
                            .contains(plain + " [" + guard + "]"))
                            .as("%s %s under %s leads to %s", state, event, guard, next)
                            .isTrue();
                }
            }
        }
        assertThat(AgreementTransition.TABLE).hasSize(DRAWN.size());
    }

    @Test
    void rowsOfOnePairExcludeEachOtherByTheirGuards() {
        Map<String, List<Guard>> guards = AgreementTransition.TABLE.stream().collect(Collectors.groupingBy(
                row -> row.from() + " " + row.event(), Collectors
                .mapping(AgreementTransition::guard, Collectors.toList())));
        assertThat(guards.values()).allSatisfy(of -> {
            assertThat(of).doesNotHaveDuplicates();
            assertThat(of.size() == 1 || !of.contains(Guard.NONE)).isTrue();
        });
    }

    @Test
    void everyStateCanBeReachedFromADraftOrIsTheDraft() {
        EnumSet<Agreement> reached = EnumSet.of(Agreement.DRAFT);
        for (int round = 0; round < Agreement.values().length; round++) {
            AgreementTransition.TABLE.stream()
                    .filter(row -> reached.contains(row.from())).forEach(row -> reached.add(row.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Agreement.values());
    }

    @Test
    void everyTransmissionStatusHasItsRow() {
        assertThat(TransmitOrder.TABLE).containsOnlyKeys(Transmission.values());
        assertThat(Arrays.stream(Transmission.values())
                .filter(status -> TransmitOrder.TABLE.get(status).contains(status))).isEmpty();
    }
}

package io.tradelane.trading.approval;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can decide: not who asks, up to her limit, and whoever she has named for today. */
@Component
class Approvers {
    private final People people;
    private final PolicyRepository policies;
    private final Clock clock;

    Approvers(People people, PolicyRepository policies, Clock clock) {
        this.people = people;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param decidesFor the name of who named her; null: she decides by her own right */
    record Approver(UUID person, String name, @Nullable String decidesFor) {}

    /** What of a company's approvers is asked again and again. */
    record Staff(Map<UUID, Person> approvers, List<ApprovalLimit> limits, List<Delegation> delegations) {

        private boolean approves(UUID person, Money amount) {
            ApprovalLimit limit = limit(limits, person);
            return limit == null || limit.approves(amount);
        }

        /** @param asked the only person asked; null: everybody who may */
        List<Approver> of(Money amount, @Nullable UUID requester, @Nullable UUID asked, LocalDate day) {
            List<Approver> able = new ArrayList<>();
            List<Person> own = approvers.values().stream()
                    .filter(person -> !person.id().equals(requester) && (asked == null || person.id().equals(asked)) && approves(person.id(), amount)).toList();
            own.forEach(person -> able.add(new Approver(person.id(), person.name(), null)));
            for (Delegation delegation : delegations) {
                Person to = approvers.get(delegation.to());
                own.stream().filter(from -> from.id().equals(delegation.from()) && delegation.counts(day)).findFirst()
                        .filter(from -> to != null && !to.id().equals(requester) && able.stream().noneMatch(one -> one.person().equals(to.id())))
                        .ifPresent(from -> able.add(new Approver(delegation.to(), to == null ? "" : to.name(), from.name())));
            }
            return able;
        }
    }

    Staff staff(UUID buyer) {
        Map<UUID, Person> approvers = people.list(buyer).stream().filter(person -> person.active() && person.roles().contains(Role.BUYER_APPROVER))
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return new Staff(approvers, policies.limits(buyer), policies.delegations(buyer));
    }

    List<Approver> of(Staff staff, ApprovalRow request, StepRow step) {
        return staff.of(request.money(), request.requestedBy(), step.asked(), LocalDate.now(clock));
    }

    /** The row of the person, else everybody's. */
    static @Nullable ApprovalLimit limit(List<ApprovalLimit> limits, @Nullable UUID person) {
        return limits.stream().filter(limit -> person != null && person.equals(limit.user())).findFirst()
                .orElseGet(() -> limits.stream().filter(limit -> limit.user() == null).findFirst().orElse(null));
    }
}

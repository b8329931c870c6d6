package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.User.Membership;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a company asks of its people's accounts: in which roles they need a second factor. */
@Service
@Transactional
public class AccessPolicies {
    private final JdbcClient jdbc;
    private final PeopleRecord record;
    private final Clock clock;

    AccessPolicies(JdbcClient jdbc, PeopleRecord record, Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.clock = clock;
    }

    /** Empty where the company has said nothing. */
    @Transactional(readOnly = true)
    public Set<Role> secondFactorRoles(UUID organisation) {
        return jdbc.sql("select second_factor_roles from access_policy where organisation_id = :organisation").param("organisation", organisation)
                .query((row, n) -> PeopleRepository.roles(row, "second_factor_roles")).optional().orElse(Set.of());
    }

    public void set(UUID organisation, Set<Role> roles) {
        String[] names = roles.stream().sorted().map(Role::name).toArray(String[]::new);
        jdbc.sql("""
                        insert into access_policy (organisation_id, second_factor_roles, changed_by, changed_at) values (:organisation, :roles, :by, :at)
                        on conflict (organisation_id) do update set second_factor_roles = excluded.second_factor_roles, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("organisation", organisation).param("roles", names).param("by", Tenancy.current().name()).param("at", SqlValues.at(clock.instant())).update();
        record.policy(organisation, Map.of("secondFactor", String.join(" ", names)));
    }

    /** Whether one of her companies asks for it in one of her roles there. */
    @Transactional(readOnly = true)
    public boolean secondFactorNeeded(Collection<Membership> memberships) {
        return memberships.stream().anyMatch(one -> secondFactorRoles(one.organisation()).contains(one.role()));
    }
}

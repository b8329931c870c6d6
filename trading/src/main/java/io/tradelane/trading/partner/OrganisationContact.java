package io.tradelane.trading.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to ask for what at a company. @param language BCP 47, such as {@code zh-CN} */
public record OrganisationContact(
        UUID id, UUID organisation, Role role, String name, @Nullable String phone, @Nullable String email, @Nullable String language) {

    public enum Role {
        BUSINESS,
        /** Whoever runs its connections. */
        TECHNICAL,
        /** Whoever exchanges its certificates. */
        CERTIFICATES,
        FINANCE,
        /** Whom to call at night. */
        EMERGENCY
    }
}

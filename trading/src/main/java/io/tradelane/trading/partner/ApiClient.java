package io.tradelane.trading.partner;

import java.util.Set;
import java.util.UUID;

/** @param scopes what the key may be used for, for example {@code interchange:write} */
public record ApiClient(UUID id, UUID organisation, String name, Set<String> scopes, boolean enabled) {

    /** Whether it may hand in documents, for doors that authenticate by themselves. */
    public boolean maySubmit() {
        return scopes.contains("interchange:write") || scopes.contains("write");
    }
}

package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param gln is also stored as an identifier of scheme {@link PartyIdentifier#GLN}
 * @param identifiers under which its documents may come, besides the GLN
 */
public record NewOrganisation(
        String name,
        @Nullable String nameLocal,
        Kind kind,
        @Nullable String gln,
        String currency,
        Address address,
        List<PartyIdentifier> identifiers) {

    public NewOrganisation(String name, @Nullable String nameLocal, Kind kind, @Nullable String gln, String currency) {
        this(name, nameLocal, kind, gln, currency, Address.UNKNOWN, List.of());
    }
}

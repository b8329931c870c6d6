package io.tradelane.trading.partner;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The room further down that keeps bank accounts. Numbers are without spaces and in upper case. */
public interface PartyAccounts {

    /** Whose they are; those that are nobody's are left out. */
    Map<String, UUID> owners(Collection<String> numbers);

    void open(UUID organisation, String number, String holder, String currency);

    void close(UUID organisation, String number);
}

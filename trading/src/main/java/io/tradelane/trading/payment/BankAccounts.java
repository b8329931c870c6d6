package io.tradelane.trading.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The bank accounts of organisations. */
@Service
public class BankAccounts {

    /** @param number IBAN or national number, without spaces, upper case */
    public record BankAccount(UUID id, UUID organisation, String number, String holder, String currency) {}

    /**
     * Registers an account; again: brings holder and currency up to date.
     *
     * @throws IllegalArgumentException if the account belongs to another organisation
     */
    public UUID register(UUID organisation, String number, String holder, String currency) {
        throw new UnsupportedOperationException();
    }

    public List<BankAccount> list(UUID organisation) {
        throw new UnsupportedOperationException();
    }
}

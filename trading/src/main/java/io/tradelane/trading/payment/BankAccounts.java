package io.tradelane.trading.payment;

import io.tradelane.trading.partner.PartyAccounts;
import io.tradelane.trading.shared.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank accounts of organisations. */
@Service
@Transactional
public class BankAccounts implements PartyAccounts {
    private final JdbcClient jdbc;

    BankAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number IBAN or national number, without spaces, upper case */
    public record BankAccount(UUID id, UUID organisation, String number, String holder, String currency) {}

    /**
     * Registers an account; again: brings holder and currency up to date.
     *
     * @throws IllegalArgumentException if the account belongs to another organisation
     */
    public UUID register(UUID organisation, String number, String holder, String currency) {
        return jdbc.sql("""
                        insert into bank_account (id, org_id, number, holder, currency) values (:id, :organisation, :number, :holder, :currency)
                        on conflict (number) do update set holder = excluded.holder, currency = excluded.currency
                            where bank_account.org_id = excluded.org_id
                        returning id
                        """)
                .param("id", Ids.next())
                .param("organisation", organisation)
                .param("number", normalised(number))
                .param("holder", holder)
                .param("currency", currency)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("the account belongs to another organisation"));
    }

    @Transactional(readOnly = true)
    public List<BankAccount> list(UUID organisation) {
        return jdbc.sql("""
                        select id, org_id as organisation, number, holder, currency from bank_account
                        where org_id = :organisation order by number
                        """)
                .param("organisation", organisation)
                .query(BankAccount.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, UUID> owners(Collection<String> numbers) {
        Map<String, UUID> owners = new HashMap<>();
        jdbc.sql("select number, org_id from bank_account where number = any(cast(:numbers as text[]))")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    owners.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return owners;
    }

    @Override
    public void open(UUID organisation, String number, String holder, String currency) {
        register(organisation, number, holder, currency);
    }

    /** What was paid by it stays with its number. */
    @Override
    public void close(UUID organisation, String number) {
        jdbc.sql("delete from bank_account where org_id = :organisation and number = :number")
                .param("organisation", organisation)
                .param("number", normalised(number))
                .update();
    }

    /** Whose account it is. */
    Optional<UUID> owner(String number) {
        return jdbc.sql("select org_id from bank_account where number = :number")
                .param("number", normalised(number))
                .query(UUID.class)
                .optional();
    }

    static String normalised(String number) {
        return number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}

package io.tradelane.trading.despatch;

import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.ControlNumbers.Kind;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.CheckDigit;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serial Shipping Container Codes (GS1 General Specifications, application identifier 00): extension digit, GS1 company prefix, serial reference from
 * a counter without gaps, check digit; 18 digits in all.
 */
@Service
@Transactional
public class SsccNumbers {
    /** Entity type of a prefix in the journal. */
    public static final String ENTITY = "GS1_PREFIX";

    private static final int BODY = 16;
    private static final int OF_GLN = 7;
    private final JdbcClient jdbc;
    private final ControlNumbers numbers;
    private final Organisations organisations;
    private final Journal journal;
    private final Clock clock;

    SsccNumbers(JdbcClient jdbc, ControlNumbers numbers, Organisations organisations, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    /** As the company gave it, else what its GLN begins with; empty for a company without either. */
    @Transactional(readOnly = true)
    public Optional<String> prefix(UUID organisation) {
        return jdbc.sql("select prefix from gs1_prefix where org_id = :id").param("id", organisation).query(String.class).optional()
                .or(() -> organisations.find(organisation).map(Organisation::gln).map(gln -> gln.substring(0, OF_GLN)));
    }

    /** @param prefix 4 to 12 digits, as GS1 assigned it */
    public CommandResult set(UUID organisation, String prefix) {
        if (!prefix.matches("[0-9]{4,12}")) {
            return CommandResult.invalid("prefix", "gs1-prefix");
        }
        jdbc.sql("""
                        insert into gs1_prefix (org_id, prefix, changed_at) values (:id, :prefix, :now)
                        on conflict (org_id) do update set prefix = excluded.prefix, changed_at = excluded.changed_at
                        """)
                .param("id", organisation).param("prefix", prefix).param("now", SqlValues.at(clock.instant())).update();
        journal.record(new Entry(ENTITY, organisation, null, "SET", null, null, null, Set.of(organisation), Map.of("prefix", prefix)));
        return new CommandResult.Done(organisation, 1);
    }

    /** The next one; the number is taken when the transaction is. What no longer fits behind the prefix goes on with the next extension digit. */
    String next(UUID organisation) {
        String prefix = prefix(organisation).orElse("0".repeat(OF_GLN));
        int digits = BODY - prefix.length();
        long serial = Long.parseLong(numbers.next(organisation, organisation, Kind.SSCC));
        long range = Math.round(Math.pow(10, digits));
        String body = serial / range % 10 + prefix + ("%0" + digits + "d").formatted(serial % range);
        return body + CheckDigit.of(body);
    }
}

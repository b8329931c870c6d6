package io.tradelane.trading.people;

import io.tradelane.trading.partner.OneTimeToken;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.SecondFactorRepository.Factor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second factor besides the password: codes of an authenticator app, and ten backup codes that work once each. */
@Service
@Transactional
public class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int CODES = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 10;
    private final SecureRandom random = new SecureRandom();
    private final SecondFactorRepository repository;
    private final Users users;
    private final PeopleRecord record;
    private final Clock clock;

    SecondFactors(SecondFactorRepository repository, Users users, PeopleRecord record, Clock clock) {
        this.repository = repository;
        this.users = users;
        this.record = record;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean confirmed(UUID user) {
        return asHub(() -> repository.confirmed(user));
    }

    @Transactional(readOnly = true)
    public int codesLeft(UUID user) {
        return asHub(() -> repository.codesLeft(user));
    }

    /** The secret to be entered in an app, in base32; the same until it is confirmed. Empty if there is a confirmed one. */
    public Optional<String> begin(UUID user) {
        return asHub(() -> {
            Optional<Factor> found = repository.find(user);
            if (found.isEmpty() && users.find(user).isPresent()) {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                repository.begin(user, Totp.base32(secret), clock.instant());
                found = repository.find(user);
            }
            return found.filter(factor -> !factor.confirmed()).map(Factor::secret);
        });
    }

    /** @return the backup codes, which are nowhere else; empty if the code is wrong */
    public Optional<List<String>> confirm(UUID user, String code) {
        return asHub(() -> {
            Optional<Factor> found = repository.find(user).filter(factor -> !factor.confirmed() && right(user, factor, code));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            repository.confirm(user, clock.instant());
            told(user, "SECOND_FACTOR_ADDED");
            return Optional.of(codes(user));
        });
    }

    /** A code of the app, within a step of now and not used before; or a backup code. */
    public boolean verify(UUID user, String code) {
        return asHub(() -> {
            Optional<Factor> found = repository.find(user).filter(Factor::confirmed);
            if (found.isEmpty()) {
                return false;
            }
            if (right(user, found.get(), code)) {
                return true;
            }
            boolean backup = repository.useCode(user, hash(code), clock.instant());
            if (backup) {
                told(user, "BACKUP_CODE_USED");
            }
            return backup;
        });
    }

    /** New backup codes; the ones before hold no longer. For whoever has just shown a code. */
    public List<String> renewCodes(UUID user) {
        return asHub(() -> {
            told(user, "BACKUP_CODES_RENEWED");
            return codes(user);
        });
    }

    /** For whoever has just shown a code. */
    public void remove(UUID user) {
        asHub(() -> {
            repository.remove(user);
            told(user, "SECOND_FACTOR_REMOVED");
            return true;
        });
    }

    private boolean right(UUID user, Factor factor, String code) {
        String digits = code.replaceAll("\\s", "");
        if (digits.length() != Totp.DIGITS) {
            return false;
        }
        byte[] secret = Totp.ofBase32(factor.secret());
        long now = Totp.step(clock.instant());
        for (long step = now - 1; step <= now + 1; step++) {
            if (step > factor.lastStep() && Totp.code(secret, step, Totp.DIGITS).equals(digits)) {
                repository.used(user, step);
                return true;
            }
        }
        return false;
    }

    private List<String> codes(UUID user) {
        List<String> codes = Stream.generate(this::backupCode).distinct().limit(CODES).toList();
        repository.replaceCodes(user, codes.stream().map(SecondFactors::hash).toList());
        return codes;
    }

    private String backupCode() {
        String letters = random.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i))).collect(Collectors.joining());
        return letters.substring(0, CODE_LENGTH / 2) + "-" + letters.substring(CODE_LENGTH / 2);
    }

    /** 49 random bits behind a throttle: a plain hash is enough. */
    private static byte[] hash(String code) {
        return OneTimeToken.hash(code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private void told(UUID user, String event) {
        Set<UUID> companies = users.find(user).map(User::memberships).orElse(List.of()).stream().map(User.Membership::organisation).collect(Collectors.toSet());
        record.account(user, companies, event, Map.of());
    }

    private static <T> T asHub(Supplier<T> work) {
        return Tenancy.call(Tenancy.find().orElseGet(Actor::hub).asHub(), work);
    }
}

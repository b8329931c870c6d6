package io.tradelane.portal.access;

import com.codahale.passpol.BreachDatabase;
import com.codahale.passpol.PasswordPolicy;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which passwords can be chosen (NIST SP 800-63B-4, section 3.1.1.2): 12 characters or more, none of the hundred thousand that
 * breaches show most, and not the address they are for. Nothing is asked about kinds of characters.
 */
@Component
public class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 256;
    private final PasswordPolicy policy = new PasswordPolicy(BreachDatabase.top100K(), SHORTEST, LONGEST);

    /** @return a message key for what is wrong */
    public Optional<String> problem(String password, String email) {
        if (password.length() > LONGEST) {
            return Optional.of("problem.tooLong");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String local = email.substring(0, Math.max(0, email.indexOf('@'))).toLowerCase(Locale.ROOT);
        if (plain.contains(email.toLowerCase(Locale.ROOT)) || plain.equals(local.repeat(2)) || plain.chars().distinct().count() <= 2) {
            return Optional.of("password.problem.weak");
        }
        return switch (policy.check(password)) {
            case OK -> Optional.empty();
            case TOO_SHORT -> Optional.of("password.problem.short");
            case TOO_LONG -> Optional.of("problem.tooLong");
            case BREACHED -> Optional.of("password.problem.breached");
        };
    }
}

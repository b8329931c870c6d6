package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.springframework.stereotype.Component;

/** Who may sign in: the channels that are open at this moment. Both directions of one partner share a user name. */
@Component
class Accounts {
    private final RunningChannels running;

    Accounts(RunningChannels running) {
        this.running = running;
    }

    Optional<Channel> find(String user, Direction direction) {
        return running.of(SftpServerParameters.NAME, direction).stream().filter(channel -> user(channel).equals(user)).findFirst();
    }

    /** @throws IllegalArgumentException when the name is taken or the keys cannot be read */
    void check(Channel channel) {
        String user = user(channel);
        if (!user.matches("[a-z0-9][a-z0-9._-]{0,31}")) {
            throw new IllegalArgumentException("The user name has to be 1 to 32 small letters, digits and . _ -");
        }
        all().filter(other -> !other.id().equals(channel.id()) && user(other).equals(user)
                        && (!other.organisation().equals(channel.organisation()) || other.direction() == channel.direction()))
                .findFirst().ifPresent(other -> {
                    throw new IllegalArgumentException("The user name " + user + " belongs to the channel " + other.name() + " already");
                });
        keys(channel);
    }

    boolean password(String user, String given) {
        byte[] typed = given.getBytes(StandardCharsets.UTF_8);
        // Compared with something in any case, so that an unknown name takes as long as a known one.
        var known = new ArrayList<>(of(user).map(c -> settings(c).find(SftpServerParameters.PASSWORD)).flatMap(Optional::stream).toList());
        boolean right = false;
        known.add("");
        for (String password : known) {
            right |= !password.isEmpty() && MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), typed);
        }
        return right;
    }

    boolean publicKey(String user, PublicKey key) {
        return of(user).flatMap(channel -> keys(channel).stream()).anyMatch(known -> KeyUtils.compareKeys(known, key));
    }

    private Stream<Channel> of(String user) {
        return all().filter(channel -> user(channel).equals(user));
    }

    private Stream<Channel> all() {
        return Stream.of(Direction.values()).flatMap(way -> running.of(SftpServerParameters.NAME, way).stream());
    }

    static String user(Channel channel) {
        return settings(channel).text(SftpServerParameters.USER);
    }

    static Settings settings(Channel channel) {
        return Settings.of(SftpServerParameters.DESCRIPTION, channel);
    }

    private static List<PublicKey> keys(Channel channel) {
        var keys = new ArrayList<PublicKey>();
        for (String line : settings(channel).find(SftpServerParameters.PUBLIC_KEYS).orElse("").split("\\R")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    keys.add(AuthorizedKeyEntry.parseAuthorizedKeyEntry(line.strip()).resolvePublicKey(null, null));
                } catch (java.io.IOException | GeneralSecurityException | RuntimeException malformed) {
                    throw new IllegalArgumentException("This is no public key: " + line.strip().substring(0, Math.min(60, line.strip().length())), malformed);
                }
            }
        }
        return keys;
    }
}

package io.tradelane.adapters.jms;

import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Settings;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may use which queue of the hub's broker: a partner with an open channel its own two, and nothing else. */
@Component
public class PartnerQueues {
    /** All partners' queues begin with it. */
    public static final String PREFIX = "tradelane.partner.";

    private final RunningChannels running;
    private final Intake intake;

    PartnerQueues(RunningChannels running, Intake intake) {
        this.running = running;
        this.intake = intake;
    }

    static String in(Channel channel) {
        return PREFIX + user(channel) + ".in";
    }

    static String out(Channel channel) {
        return PREFIX + user(channel) + ".out";
    }

    static String user(Channel channel) {
        return settings(channel).text(JmsParameters.USER);
    }

    static Settings settings(Channel channel) {
        return Settings.of(JmsParameters.DESCRIPTION, channel);
    }

    /** Whether a channel that is open at this moment has this name and password. */
    public boolean signsIn(String user, String password) {
        byte[] typed = password.getBytes(StandardCharsets.UTF_8);
        return all().filter(channel -> user(channel).equals(user)).map(c -> settings(c).find(JmsParameters.PASSWORD)).flatMap(Optional::stream)
                .anyMatch(known -> MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), typed));
    }

    /** Whether that partner may send to, or else receive from, the address. */
    public boolean permits(String user, String address, boolean sends) {
        String queue = PREFIX + user + (sends ? ".in" : ".out");
        return isQueue(address, queue) && all().anyMatch(c -> user(c).equals(user) && c.direction() == (sends ? Direction.INBOUND : Direction.OUTBOUND));
    }

    /** A consumer asks for "{@code <address>::<queue>}". */
    private static boolean isQueue(String address, String queue) {
        return address.equals(queue) || address.equals(queue + "::" + queue);
    }

    /** In bytes, of a message that may be sent to this address; empty where no channel takes any from it. */
    public OptionalLong limit(String address) {
        return takingFrom(address).mapToLong(channel -> settings(channel).number(JmsParameters.MAX_BYTES)).findFirst();
    }

    /** The broker has not taken a message that would have stood in memory whole: a person is told. */
    public void refused(String address, long bytes) {
        takingFrom(address).findFirst().ifPresent(channel -> intake.refused(channel, address, "TOO_LARGE",
                bytes + " bytes; limit: " + settings(channel).number(JmsParameters.MAX_BYTES) + " bytes"));
    }

    private Stream<Channel> takingFrom(String address) {
        return running.of(JmsParameters.NAME, Direction.INBOUND).stream().filter(channel -> isQueue(address, in(channel)));
    }

    /** @throws IllegalArgumentException when the name is not one, or is another channel's */
    void check(Channel channel) {
        String user = user(channel);
        if (!user.matches("[a-z0-9][a-z0-9_-]{0,31}")) {
            throw new IllegalArgumentException("The user name has to be 1 to 32 small letters, digits and _ -");
        }
        all().filter(other -> !other.id().equals(channel.id()) && user(other).equals(user)
                        && (!other.organisation().equals(channel.organisation()) || other.direction() == channel.direction()))
                .findFirst().ifPresent(other -> {
                    throw new IllegalArgumentException("The user name " + user + " belongs to the channel " + other.name() + " already");
                });
    }

    private Stream<Channel> all() {
        return Stream.of(Direction.values()).flatMap(way -> running.of(JmsParameters.NAME, way).stream());
    }
}

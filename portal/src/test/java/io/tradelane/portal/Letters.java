package io.tradelane.portal;

import static org.awaitility.Awaitility.await;

import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people get by mail. */
public final class Letters {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private Letters() {}

    /** The path of the link in the latest letter to that address. */
    public static String link(Notices notices, String email) {
        Matcher link = LINK.matcher(latest(notices, email));
        if (!link.find()) {
            throw new IllegalStateException("no link in the letter to " + email);
        }
        return URI.create(link.group()).getPath();
    }

    /** Waits for it: what strangers ask for is written beside the answer. */
    public static String linkOnceThere(Notices notices, String email) {
        await().atMost(Duration.ofSeconds(30)).until(() -> find(notices, email).isPresent());
        return link(notices, email);
    }

    public static String latest(Notices notices, String email) {
        return find(notices, email).orElseThrow(() -> new IllegalStateException("no letter to " + email));
    }

    /** Every letter from now on, as it is written. */
    static void tell(Notices notices, Consumer<String> reader) {
        Set<UUID> told = new HashSet<>();
        Thread.startVirtualThread(() -> await().forever().pollInterval(Duration.ofSeconds(1)).until(() -> {
            Tenancy.run(Actor.hub(), () -> notices.list(null, null, 200).items().stream()
                    .filter(notice -> notice.kind() == Notice.Kind.LETTER && told.add(notice.id()))
                    .forEach(notice -> reader.accept(notice.target() + " " + notices.text(notice))));
            return false;
        }));
    }

    private static Optional<String> find(Notices notices, String email) {
        return Tenancy.call(Actor.hub(), () -> notices.list(null, null, 200).items().stream()
                .filter(notice -> notice.kind() == Notice.Kind.LETTER && notice.target().equals(email))
                .findFirst().map(notices::text));
    }
}

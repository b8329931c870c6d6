package io.tradelane.portal;

import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.net.URI;
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

    public static String latest(Notices notices, String email) {
        return Tenancy.call(Actor.hub(), () -> notices.list(null, null, 200).items().stream()
                .filter(notice -> notice.kind() == Notice.Kind.LETTER && notice.target().equals(email))
                .findFirst().map(notices::text).orElseThrow(() -> new IllegalStateException("no letter to " + email)));
    }
}

package io.tradelane.portal.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of somebody else's to which a person's browser posts a form of ours. It is never called from here.
 *
 * @param origin scheme, host and port: the one that the page's policy lets a form go to
 */
public record FormTarget(String address, String origin) {
    private static final int LONGEST = 2000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}]");

    /** @param https whether only https will do @return empty for what is no plain web address */
    public static Optional<FormTarget> of(String address, boolean https) {
        try {
            URI uri = new URI(address.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || !https && scheme.equals("http");
            if (address.length() > LONGEST || !web || uri.getHost() == null || uri.getUserInfo() != null || !HOST.matcher(uri.getHost()).matches()) {
                return Optional.empty();
            }
            return Optional.of(new FormTarget(uri.toASCIIString(), scheme + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** The policy of a page with a form that goes there, and nowhere else. */
    public String contentSecurityPolicy() {
        return PortalSecurity.CONTENT_SECURITY_POLICY.replace("form-action 'self'", "form-action " + origin);
    }
}

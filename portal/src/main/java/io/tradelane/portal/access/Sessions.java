package io.tradelane.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of a person: where she is signed in, and ending them. They are kept under her address. */
@Component
public class Sessions {
    private static final String FROM = "signed-in-from";
    private static final String BROWSER = "signed-in-with";
    private static final int LONGEST = 200;
    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /**
     * @param handle names the session without being its id
     * @param here whether it is the one that asks
     */
    public record OpenSession(String handle, Instant since, Instant lastSeen, String address, String browser, boolean here) {}

    static void begin(HttpServletRequest request, HttpSession session) {
        String browser = request.getHeader("User-Agent");
        session.setAttribute(FROM, request.getRemoteAddr());
        session.setAttribute(BROWSER, browser == null ? "" : browser.substring(0, Math.min(browser.length(), LONGEST)));
    }

    /** The latest seen first. @param current the id of the session that asks */
    public List<OpenSession> list(String email, @Nullable String current) {
        return repository.findByPrincipalName(email).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new OpenSession(handle(session.getId()), session.getCreationTime(), session.getLastAccessedTime(),
                        session.getAttributeOrDefault(FROM, ""), session.getAttributeOrDefault(BROWSER, ""), session.getId().equals(current)))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /** @return false if she has none of that handle */
    public boolean end(String email, String handle) {
        List<String> named = repository.findByPrincipalName(email).keySet().stream().filter(id -> handle(id).equals(handle)).toList();
        named.forEach(repository::deleteById);
        return !named.isEmpty();
    }

    /** @param except the id of the one that goes on; null: none does */
    public void endAll(String email, @Nullable String except) {
        List.copyOf(repository.findByPrincipalName(email).keySet()).stream().filter(id -> !id.equals(except)).forEach(repository::deleteById);
    }

    private static String handle(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

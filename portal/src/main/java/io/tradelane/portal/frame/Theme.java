package io.tradelane.portal.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.util.WebUtils;

/** Light, dark, or what the system says; the server writes it into the page, so that nothing flashes. */
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? SYSTEM : of(cookie.getValue());
    }

    static Theme of(String word) {
        for (Theme theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What one click leads to. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}

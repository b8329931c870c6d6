package io.tradelane.portal.frame;

import io.tradelane.portal.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's frame shows. */
@ControllerAdvice(annotations = Page.class)
class PageFrame {
    private final Navigation navigation;
    private final String environment;

    PageFrame(Navigation navigation, @Value("${tradelane.portal.environment}") String environment) {
        this.navigation = navigation;
        this.environment = environment;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale) {
        Theme theme = Theme.of(request);
        model.addAttribute("theme", theme.word());
        model.addAttribute("nextTheme", theme.next().word());
        model.addAttribute("language", locale.toLanguageTag());
        model.addAttribute("otherLanguage", Language.isChinese(locale) ? "en" : "zh-CN");
        model.addAttribute("environment", environment);
        model.addAttribute("here", here(request));
        Caller caller = Caller.find();
        if (caller != null && caller.user() != null && HttpMethod.GET.matches(request.getMethod())) {
            model.addAttribute("caller", caller);
            model.addAttribute("navigation", navigation.of(caller));
        }
    }

    private static String here(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}

package io.tradelane.portal.frame;

import io.tradelane.portal.access.Caller;
import io.tradelane.trading.partner.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page that is about to be drawn what its frame shows; a redirect needs none of it. */
@Component
class PageFrame implements HandlerInterceptor {
    private final Navigation navigation;
    private final WaitingWork work;
    private final ListExport export;
    private final String environment;

    PageFrame(Navigation navigation, WaitingWork work, ListExport export, @Value("${tradelane.portal.environment}") String environment) {
        this.navigation = navigation;
        this.work = work;
        this.export = export;
        this.environment = environment;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")
                && handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(Page.class)) {
            frame(page.getModel(), request, LocaleContextHolder.getLocale());
            if (HttpMethod.GET.matches(request.getMethod()) && export.isList(page.getViewName())) {
                page.getModel().put("exports", Map.of("csv", ListExport.address(here(request), "csv"), "xlsx", ListExport.address(here(request), "xlsx")));
            }
        }
    }

    private void frame(Map<String, Object> model, HttpServletRequest request, Locale locale) {
        Theme theme = Theme.of(request);
        model.put("theme", theme.word());
        model.put("nextTheme", theme.next().word());
        model.put("language", locale.toLanguageTag());
        model.put("otherLanguage", Language.isChinese(locale) ? "en" : "zh-CN");
        model.put("environment", environment);
        model.put("here", here(request));
        Caller caller = Caller.find();
        if (caller != null && caller.user() != null) {
            model.put("caller", caller);
            model.put("navigation", navigation.of(caller, waiting(model, caller)));
        }
    }

    /** A page that shows them itself has counted them. An error page is made outside of the caller's tenancy and shows none. */
    private WaitingWork.Counts waiting(Map<String, Object> model, Caller caller) {
        return model.get(WaitingWork.MODEL) instanceof WaitingWork.Counts counted ? counted : Tenancy.find().isPresent() ? work.counts(caller) : WaitingWork.Counts.NONE;
    }

    /** Where a switch of language leads back to; a form that was refused is no address, so to its page. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !HttpMethod.GET.matches(request.getMethod()) ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}

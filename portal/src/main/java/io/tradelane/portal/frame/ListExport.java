package io.tradelane.portal.frame;

import io.tradelane.mappings.table.TableWriter;
import io.tradelane.portal.access.Caller;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Any list as CSV or XLSX: {@code export=csv} at its address. The list is asked page by page as a reader would turn them, so its rights, its filters
 * and its words are the page's, and no more than a page is kept in memory.
 */
@Component
class ListExport {
    static final int MOST_ROWS = 10_000;
    private static final String PARAMETER = "export";
    private final RequestMappingHandlerAdapter handlers;
    private final ThymeleafViewResolver views;
    private final Journal journal;
    private final Words words;
    private final Formats formats;
    private final Map<String, Boolean> lists = new ConcurrentHashMap<>();

    ListExport(RequestMappingHandlerAdapter handlers, ThymeleafViewResolver views, Journal journal, Words words, Formats formats) {
        this.handlers = handlers;
        this.views = views;
        this.journal = journal;
        this.words = words;
        this.formats = formats;
    }

    /** Whether a page has a list to export. */
    boolean isList(String view) {
        return lists.computeIfAbsent(view, name -> {
            ClassPathResource template = new ClassPathResource("templates/" + name + ".html");
            try {
                return template.exists() && template.getContentAsString(StandardCharsets.UTF_8).matches("(?s).*<table [^>]*data-list[ >].*");
            } catch (IOException lost) {
                return false;
            }
        });
    }

    /** @return whether the answer is written; false: a page was asked for */
    boolean answer(HttpServletRequest request, HttpServletResponse response, HandlerMethod handler, ModelAndView page) throws Exception {
        String format = request.getParameter(PARAMETER);
        String view = page.getViewName();
        if (!"GET".equals(request.getMethod()) || !("csv".equals(format) || "xlsx".equals(format)) || view == null || view.startsWith("redirect:") || !isList(view)) {
            return false;
        }
        ListRows first = ListRows.of(html(view, page, request, response), null);
        if (!first.isTable()) {
            return false;
        }
        boolean xlsx = format.equals("xlsx");
        String name = request.getRequestURI().replaceAll("^/|[^a-z-]+", "-").replaceAll("^-+|-+$", "");
        response.setContentType(xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename((name.isEmpty() ? "list" : name) + "-" + formats.today() + "." + format).build().toString());
        OutputStream out = response.getOutputStream();
        int written;
        try (TableWriter.Rows rows = xlsx ? TableWriter.xlsxRows(out, "Tradelane") : TableWriter.csvRows(out)) {
            rows.row(first.header(words.text("export.currency")));
            written = write(rows, first, request, response, handler, page);
        }
        record(request, format, written);
        return true;
    }

    private int write(TableWriter.Rows rows, ListRows first, HttpServletRequest request, HttpServletResponse response, HandlerMethod handler, ModelAndView page) throws Exception {
        int written = 0;
        ListRows part = first;
        Object next = page.getModel().get("next");
        while (true) {
            for (List<@Nullable Object> row : part.rows(first)) {
                if (written == MOST_ROWS) {
                    rows.row(List.of(words.text("export.cut", formats.number(MOST_ROWS))));
                    return written;
                }
                rows.row(row);
                written++;
            }
            if (!(next instanceof String address)) {
                return written;
            }
            HttpServletRequest turned = new TurnedRequest(request, address);
            ModelAndView following = handlers.handle(turned, new HeldResponse(response), handler);
            if (following == null || following.getViewName() == null || following.getViewName().startsWith("redirect:")) {
                return written;
            }
            if (part.size() == 0) {
                return written;
            }
            part = ListRows.of(html(following.getViewName(), following, turned, response), first);
            Object after = following.getModel().get("next");
            next = after != null && after.equals(next) ? null : after;
        }
    }

    private String html(String view, ModelAndView page, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Locale locale = LocaleContextHolder.getLocale();
        View table = views.resolveViewName(view + " :: table[data-list]", locale);
        Map<String, Object> model = new HashMap<>(page.getModel());
        model.put("here", request.getRequestURI());
        Caller caller = Caller.find();
        if (caller != null) {
            model.put("caller", caller);
        }
        HeldResponse held = new HeldResponse(response);
        if (table != null) {
            table.render(model, request, held);
        }
        return held.text();
    }

    private void record(HttpServletRequest request, String format, int rows) {
        Caller caller = Caller.current();
        UUID organisation = caller.organisation();
        String query = request.getQueryString();
        Tenancy.run(caller.actor().asHub(), () -> journal.record(new Entry("EXPORT", Ids.next(), null, "EXPORTED", null, null, null,
                organisation == null || caller.isOperator() ? Set.of() : Set.of(organisation),
                Map.of("list", request.getRequestURI() + (query == null ? "" : "?" + query), "format", format, "rows", String.valueOf(rows)))));
    }

    /** Where a list is as a file. */
    static String address(String here, String format) {
        String kept = here.replaceAll("([?&])(?:before|after|page|cursor|export)=[^&]*&?", "$1").replaceAll("[?&]$", "");
        return kept + (kept.contains("?") ? "&" : "?") + PARAMETER + "=" + format;
    }
}

package io.tradelane.server.demo;

import java.io.IOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A person at the portal: signs in, opens pages and sends their forms, as a browser without script does. */
final class WebUser {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final String portal;
    private final Connection session;

    private WebUser(String portal) {
        this.portal = portal;
        this.session = Jsoup.newSession().timeout(TIMEOUT_MILLIS).header("Accept-Language", "en");
    }

    static WebUser signIn(String portal, String email, String password) throws IOException {
        WebUser user = new WebUser(portal);
        Document after = user.submit("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        if (after.location().contains("/sign-in")) {
            throw new IOException("sign-in of " + email + " was refused");
        }
        return user;
    }

    Document open(String path) throws IOException {
        return session.newRequest(portal + path).get();
    }

    /**
     * Opens a page, fills in one of its forms and sends it.
     *
     * @param action what the form's address ends with
     * @param values by field name; the rest goes as the page offers it
     */
    Document submit(String page, String action, Map<String, String> values) throws IOException {
        Document document = open(page);
        FormElement form = document.select("form").stream()
                .filter(element -> element.attr("method").equalsIgnoreCase("post"))
                .filter(element -> element.attr("action").replaceAll("[?].*", "").endsWith(action))
                .map(FormElement.class::cast)
                .findFirst()
                .orElseThrow(() -> new IOException(page + " offers no form to " + action));
        Connection request = form.submit();
        request.request().data().clear();
        values.forEach((name, value) -> fill(form, name, value));
        form.formData().forEach(field -> request.data(field.key(), field.value()));
        // A pressed button has a name and a value, but is no field.
        form.select("button[name]").forEach(button -> {
            if (button.val().equals(values.get(button.attr("name")))) {
                request.data(button.attr("name"), button.val());
            }
        });
        Connection.Response response = request.ignoreHttpErrors(true).execute();
        if (response.statusCode() >= 400) {
            throw new IOException(page + " answered " + response.statusCode() + " " + response.parse().text());
        }
        return response.parse();
    }

    private static void fill(FormElement form, String name, String value) {
        for (Element field : form.elements()) {
            if (!field.attr("name").equals(name)) {
                continue;
            }
            switch (field.normalName() + ":" + field.attr("type")) {
                case "input:radio", "input:checkbox" -> {
                    field.removeAttr("checked");
                    if (field.val().equals(value)) {
                        field.attr("checked", "checked");
                    }
                }
                case "textarea:" -> field.text(value);
                case "select:" -> field.select("option").forEach(option -> {
                    option.removeAttr("selected");
                    if (option.val().equals(value)) {
                        option.attr("selected", "selected");
                    }
                });
                default -> field.val(value);
            }
        }
    }
}

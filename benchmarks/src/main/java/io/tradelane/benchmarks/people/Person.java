package io.tradelane.benchmarks.people;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/** Somebody at the portal with a browser without script: looks around, answers, despatches and receives what the pages offer, and thinks in between. */
final class Person implements Runnable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final List<String> WORDS = List.of("螺栓", "bearing", "截止阀", "M8×40", "glove", "luoding", "solenoid valve 24 V", "DN50", "纸箱", "cylinder", "弹簧", "HN-");
    private final String portal;
    private final String email;
    private final String password;
    private final Clicks clicks;
    private final Duration thinking;
    private final long until;
    private final Random random;
    private final Connection session;

    /** @param until by {@link System#nanoTime} */
    Person(String portal, String email, String password, Clicks clicks, Duration thinking, long until, long seed) {
        this.portal = portal;
        this.email = email;
        this.password = password;
        this.clicks = clicks;
        this.thinking = thinking;
        this.until = until;
        this.random = new Random(seed);
        this.session = Jsoup.newSession().timeout(TIMEOUT_MILLIS).maxBodySize(0).ignoreHttpErrors(true).header("Accept-Language", "en");
    }

    @Override
    public void run() {
        try {
            Document form = open("sign in: form", "/sign-in");
            if (form == null || send("sign in", form, "/sign-in", true) == null) {
                return;
            }
            while (System.nanoTime() < until) {
                trade();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trade() throws InterruptedException {
        open("home", "/");
        Document found = open("search", "/articles?q=" + URLEncoder.encode(WORDS.get(random.nextInt(WORDS.size())), StandardCharsets.UTF_8));
        follow("article", found, "/articles/[0-9a-f-]{36}");
        Document orders = open("orders", "/orders");
        Document order = follow("order", orders, "/orders/[0-9a-f-]{36}");
        step("answer", order, "/orders/[0-9a-f-]{36}/response");
        step("despatch", order, "/orders/[0-9a-f-]{36}/despatch");
        step("receipt", order, "/orders/[0-9a-f-]{36}/receipt(\\?.*)?");
        follow("invoice", open("invoices", "/invoices"), "/invoices/[0-9a-f-]{36}");
    }

    /** Opens the form that the order offers, if it does, and sends it one time in four. */
    private void step(String name, @Nullable Document order, String address) throws InterruptedException {
        Document form = follow(name + ": form", order, address);
        if (form != null && random.nextInt(4) == 0 && accepts(form)) {
            send(name, form, "/" + name.replace("answer", "response"), false);
        }
    }

    /** Marks "accept" where the form asks for a decision. @return false: it cannot be accepted any more */
    private static boolean accepts(Document form) {
        form.select("[name=decision]").removeAttr("checked");
        return form.select("[name=decision]").isEmpty() || !form.select("[name=decision][value=accept]:not([disabled])").attr("checked", "checked").isEmpty();
    }

    private @Nullable Document follow(String name, @Nullable Document page, String address) throws InterruptedException {
        if (page == null) {
            return null;
        }
        List<String> links = page.select("a[href]").eachAttr("href").stream().filter(href -> href.matches(address)).distinct().toList();
        return links.isEmpty() ? null : open(name, links.get(random.nextInt(links.size())));
    }

    private @Nullable Document open(String name, String path) throws InterruptedException {
        return click(name, () -> session.newRequest(portal + path).execute());
    }

    private @Nullable Document send(String name, Document page, String action, boolean signIn) throws InterruptedException {
        FormElement form = page.select("form").stream().filter(one -> one.attr("method").equalsIgnoreCase("post") && one.attr("action").replaceAll("[?].*", "").endsWith(action))
                .map(FormElement.class::cast).findFirst().orElse(null);
        if (form == null) {
            return null;
        }
        if (signIn) {
            form.select("[name=email]").val(email);
            form.select("[name=password]").val(password);
        }
        Connection request = form.submit();
        Element button = form.selectFirst("button[name]");
        if (button != null) {
            request.data(button.attr("name"), button.val());
        }
        return click(name, request::execute);
    }

    private @Nullable Document click(String name, Callable<Connection.Response> call) throws InterruptedException {
        long start = System.nanoTime();
        Document page = null;
        try {
            Connection.Response response = call.call();
            response.readFully();
            clicks.took(name, System.nanoTime() - start);
            if (response.statusCode() == HttpURLConnection.HTTP_CONFLICT) {
                clicks.late(name);
            } else if (response.statusCode() >= 400) {
                clicks.failed(name, response.statusCode() + " " + response.url().getPath());
            } else if (!name.equals("sign in: form") && response.url().getPath().equals("/sign-in")) {
                clicks.failed(name, "not signed in");
            } else {
                page = response.parse();
            }
        } catch (IOException e) {
            clicks.failed(name, e.toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Thread.sleep((long) (thinking.toMillis() * (0.3 - Math.log(1 - random.nextDouble() * 0.95) * 0.7)));
        return page;
    }
}

package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person at a browser of their own; what the console says is kept. */
final class Desk implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final int[] WIDTHS = {1440, 820, 390};
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final Page page;
    final List<String> complaints = new ArrayList<>();
    private final BrowserContext context;

    Desk(Browser browser, DemoHub hub) {
        context = browser.newContext(new Browser.NewContextOptions().setBaseURL(hub.address()).setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE).setViewportSize(WIDTHS[0], 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    static Desk signIn(Browser browser, DemoHub hub, String email) {
        Desk desk = new Desk(browser, hub);
        desk.page.navigate("/sign-in");
        desk.page.locator("#email").fill(email);
        desk.page.locator("#password").fill(hub.password(email));
        desk.page.locator("[data-testid=sign-in] button").click();
        desk.page.locator("[data-testid=user-name]").first().waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return desk;
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** Follows the order's link in the list of orders. */
    void openOrder(String number) {
        page.navigate("/orders?q=" + number);
        at("order-" + number).locator("a").click();
        at("steps").waitFor();
    }

    /** The page as it stands: no axe violation, no sideways scrolling at three widths; photographed at each. */
    void inspect(String name) {
        inspect(name, WIDTHS);
    }

    void inspect(String name, int... widths) {
        List<String> wrong = new ArrayList<>();
        for (int width : widths) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
            Object sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) sideways).intValue() > 0) {
                wrong.add(width + ": " + sideways + " px too wide");
            }
            new AxeBuilder(page).withTags(RULES).analyze().getViolations().forEach(violation -> violation.getNodes()
                    .forEach(node -> wrong.add(width + ": " + violation.getId() + " " + node.getTarget() + " " + node.getFailureSummary())));
        }
        page.setViewportSize(WIDTHS[0], 900);
        assertThat(wrong).as(name).isEmpty();
    }

    /** Nothing went wrong in scripts, styles or requests so far. */
    void isQuiet() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}

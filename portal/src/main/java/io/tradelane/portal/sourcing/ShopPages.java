package io.tradelane.portal.sourcing;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.portal.access.FormTarget;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.PunchOutSession;
import io.tradelane.trading.sourcing.PunchOuts;
import io.tradelane.trading.sourcing.ShopItem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** A supplier's shop for a person whom a buyer's system sent. She has no account here: a cookie of her session lets her in, and to nothing else. */
@Page
class ShopPages {
    private static final int SIZE = 25;
    private final PunchOuts punchOuts;
    private final Outcomes outcomes;
    private final Words words;
    private final Clock clock;
    private final boolean https;

    ShopPages(PunchOuts punchOuts, Outcomes outcomes, Words words, Clock clock, @Value("${tradelane.portal.https}") boolean https) {
        this.punchOuts = punchOuts;
        this.outcomes = outcomes;
        this.words = words;
        this.clock = clock;
        this.https = https;
    }

    @GetMapping("/shop/start")
    String start(@RequestParam(defaultValue = "") String link, HttpServletResponse response) {
        Optional<String> secret = Tenancy.call(Actor.hub(), () -> punchOuts.enter(link));
        secret.ifPresent(value -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, -1).toString()));
        return secret.isPresent() ? "redirect:/shop" : over(response);
    }

    @GetMapping("/shop")
    String shop(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        PunchOutSession session = session(request);
        if (session == null) {
            return over(response);
        }
        String text = q.strip();
        List<ShopItem> found = as(session, () -> punchOuts.shop(session, text.isEmpty() ? null : text, after, SIZE + 1));
        List<ShopItem> page = found.subList(0, Math.min(SIZE, found.size()));
        Address here = Address.of("/shop").with("q", text);
        show(session, as(session, () -> punchOuts.cart(session)), model);
        model.addAttribute("items", page);
        model.addAttribute("q", text);
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next", found.size() > SIZE ? here.with("after", page.getLast().number()).toString() : null);
        return "sourcing/shop";
    }

    @GetMapping("/shop/cart")
    String cart(Model model, HttpServletRequest request, HttpServletResponse response) {
        PunchOutSession session = session(request);
        if (session == null) {
            return over(response);
        }
        show(session, as(session, () -> punchOuts.cart(session)), model);
        return "sourcing/cart";
    }

    @PostMapping("/shop/items/{article}")
    String put(@PathVariable UUID article, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes next) {
        PunchOutSession session = session(request);
        if (session == null) {
            return over(response);
        }
        Problems problems = new Problems();
        BigDecimal quantity = new FormValues(typed, problems, words).number("quantity");
        if (quantity == null) {
            Toast.bad(next, words.text("problem.number"));
        } else {
            CommandResult result = as(session, () -> punchOuts.put(session, article, quantity));
            outcomes.tell(result, quantity.signum() == 0 ? "shop.removed" : "shop.added", next);
        }
        return typed.containsKey("cart") ? "redirect:/shop/cart" : "redirect:" + Address.of("/shop").with("q", typed.getOrDefault("q", ""));
    }

    /** The person's browser posts the cart to the buyer's system from the page that follows; its policy lets a form go there only. */
    @PostMapping("/shop/transfer")
    String transfer(Model model, HttpServletRequest request, HttpServletResponse response) {
        PunchOutSession session = session(request);
        FormTarget target = session == null ? null : FormTarget.of(session.returnAddress(), https).orElse(null);
        Optional<PunchOutCartDocument> cart = session == null || target == null ? Optional.empty() : as(session, () -> punchOuts.transfer(session));
        if (session == null || target == null || cart.isEmpty()) {
            return over(response);
        }
        PartyAddress supplier = address(session.supplierGln(), session.supplierName());
        PartyAddress buyer = address(session.buyerGln(), session.buyerName());
        byte[] xml = Translator.standard().write(List.of(cart.get()), Target.parse("cxml").orElseThrow(),
                Envelope.of(supplier, buyer, cart.get().number(), clock.instant()));
        String text = new String(xml, StandardCharsets.UTF_8);
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        response.setHeader("Content-Security-Policy", target.contentSecurityPolicy());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
        model.addAttribute("shopping", session);
        model.addAttribute("wide", true);
        model.addAttribute("target", target);
        model.addAttribute("lines", cart.get().lines().size());
        model.addAttribute("total", cart.get().total());
        model.addAttribute("fields", session.protocol() == PunchOutSession.Protocol.OCI ? OciCart.fields(cart.get())
                : Map.of(plain ? "cxml-urlencoded" : "cxml-base64", plain ? text : Base64.getEncoder().encodeToString(xml)));
        return "sourcing/handover";
    }

    private static PartyAddress address(@Nullable String gln, String name) {
        return gln == null ? new PartyAddress(name, "NetworkID") : new PartyAddress(gln, "14");
    }

    private void show(PunchOutSession session, List<ShopItem> cart, Model model) {
        Money total = cart.stream().map(item -> item.price().of(new Quantity(item.inCart(), item.unit()))).reduce(Money.zero(session.currency()), Money::plus);
        model.addAttribute("shopping", session);
        model.addAttribute("wide", true);
        model.addAttribute("cart", cart);
        model.addAttribute("total", total.rounded());
        model.addAttribute("readOnly", session.operation() == Operation.INSPECT);
        model.addAttribute("heldDays", PunchOuts.HELD_DAYS);
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "sourcing/shop-over";
    }

    private @Nullable PunchOutSession session(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, cookieName());
        return cookie == null ? null : Tenancy.call(Actor.hub(), () -> punchOuts.session(cookie.getValue())).orElse(null);
    }

    /** With the rights of the buyer, whose prices and whose cart these are. */
    private static <T> T as(PunchOutSession session, Supplier<T> work) {
        String name = session.userEmail() == null ? "PunchOut" : "PunchOut " + session.userEmail();
        return Tenancy.call(Actor.apiClient(session.buyer(), name), work);
    }

    private String cookieName() {
        return https ? "__Host-tradelane-shop" : "tradelane-shop";
    }

    private ResponseCookie cookie(String value, long seconds) {
        return ResponseCookie.from(cookieName(), value).httpOnly(true).secure(https).sameSite("Lax").path("/").maxAge(seconds).build();
    }
}

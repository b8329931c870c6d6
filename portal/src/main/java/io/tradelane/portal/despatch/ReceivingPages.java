package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.despatch.ExpectedGoods;
import io.tradelane.trading.despatch.ExpectedGoods.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the buyer's warehouse begins, on a phone too: a code, scanned or typed, leads to what is to be counted in. */
@Page
class ReceivingPages {
    private static final int LONGEST = 70;
    private final ExpectedGoods goods;

    ReceivingPages(ExpectedGoods goods) {
        this.goods = goods;
    }

    @GetMapping("/receiving")
    String receive(@RequestParam(defaultValue = "") String code, Model model) {
        UUID own = Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new);
        String asked = code.length() > LONGEST ? code.substring(0, LONGEST) : code.strip();
        List<Arrival> found = asked.isEmpty() ? goods.underway(own) : goods.find(own, asked);
        if (!asked.isEmpty() && found.size() == 1) {
            Arrival one = found.getFirst();
            return "redirect:/orders/" + one.order() + "/receipt" + (one.shipment() == null ? "" : "?shipment=" + one.shipment());
        }
        model.addAttribute("code", asked);
        model.addAttribute("arrivals", found);
        return "despatch/receiving";
    }
}

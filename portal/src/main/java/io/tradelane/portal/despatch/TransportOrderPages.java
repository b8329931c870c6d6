package io.tradelane.portal.despatch;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.portal.frame.Page;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Toast;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.despatch.TransportOrderStatus;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What carriers are asked to move: all of it, and the form in which a supplier asks. */
@Page
class TransportOrderPages {
    private static final int LONGEST_NOTE = 500;
    private final TransportOrders transports;
    private final DespatchAdvices advices;
    private final Organisations organisations;
    private final Outcomes outcomes;
    private final Formats formats;
    private final Words words;

    TransportOrderPages(
            TransportOrders transports, DespatchAdvices advices, Organisations organisations, Outcomes outcomes, Formats formats, Words words) {
        this.transports = transports;
        this.advices = advices;
        this.organisations = organisations;
        this.outcomes = outcomes;
        this.formats = formats;
        this.words = words;
    }

    @GetMapping("/transport-orders")
    String list(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String status, Model model) {
        String asked = number.strip();
        TransportOrderStatus chosen = Constants.of(TransportOrderStatus.class, status).orElse(null);
        model.addAttribute("transports", transports.list(asked.isEmpty() ? null : asked, chosen));
        model.addAttribute("number", asked);
        model.addAttribute("status", chosen);
        model.addAttribute("tabs", TransportOrderStatus.values());
        model.addAttribute("mayCancel", Caller.current().may(Permission.SHIPMENT_DESPATCH));
        return "despatch/transports";
    }

    @PostMapping("/transport-orders/{id}/cancellation")
    String cancel(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        outcomes.tell(transports.cancel(id, version), "transport.cancelled", next);
        return "redirect:/transport-orders";
    }

    @GetMapping("/shipments/{id}/transport")
    String form(@PathVariable UUID id, Model model) {
        return show(own(id), Map.of("requestId", Ids.next().toString()), new Problems(), model);
    }

    @PostMapping("/shipments/{id}/transport")
    String tender(
            @PathVariable UUID id, @RequestParam UUID requestId, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
            RedirectAttributes next) {
        ShipmentView shipment = own(id);
        Problems problems = new Problems();
        FormValues form = new FormValues(typed, problems, words);
        UUID carrier = carriers().stream().map(Organisation::id).filter(one -> one.toString().equals(typed.get("carrier"))).findFirst().orElse(null);
        if (carrier == null) {
            form.wrong("carrier", "problem.required");
        }
        var pickUp = form.moment("pickUpAt", formats.zone());
        var deliver = form.moment("deliverAt", formats.zone());
        String note = form.text("note", LONGEST_NOTE);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (problems.isEmpty() && carrier != null) {
            CommandResult result = transports.tender(new TransportOrders.Tender(requestId, id, carrier, pickUp, deliver, note));
            if (Outcomes.done(result)) {
                Toast.ok(next, words.text("transport.tendered"));
                return shipment.orders().isEmpty() ? "redirect:/transport-orders" : "redirect:/orders/" + shipment.orders().getFirst().id();
            }
            outcomes.explain(result, "carrier", problems);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return show(shipment, typed, problems, model);
    }

    private ShipmentView own(UUID id) {
        return NotFound.orElse404(advices.find(id).filter(shipment -> Caller.current().isSelf(shipment.supplier().id())));
    }

    private List<Organisation> carriers() {
        return organisations.list().stream().filter(company -> company.kind() == Organisation.Kind.CARRIER).toList();
    }

    private String show(ShipmentView shipment, Map<String, String> typed, Problems problems, Model model) {
        model.addAttribute("shipment", shipment);
        model.addAttribute("carriers", carriers());
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems.texts());
        model.addAttribute("labels", Map.of("carrier", words.text("shipment.carrier"), "pickUpAt", words.text("transport.pickUp"),
                "deliverAt", words.text("transport.deliver"), "note", words.text("transport.note")));
        return "despatch/transport";
    }
}

package io.tradelane.portal.despatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.TransportOrderStatus;
import io.tradelane.trading.despatch.TransportOrderView;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A supplier asks a carrier to move a shipment, and the carrier answers. */
class TransportOrderPagesTest extends PortalTest {
    @Autowired private Organisations organisations;
    @Autowired private PurchaseOrders orders;
    @Autowired private DespatchAdvices advices;
    @Autowired private TransportOrders transports;
    @Autowired private ApiClients clients;

    @Test
    void aSupplierAsksInTheBrowserAndTheShipmentShowsTheAnswer() throws Exception {
        UUID carrier = carrier("Jianghai Test Logistics");
        UUID order = shipped("PO-2026-TO-1");
        UUID shipment = shipment(order);
        String form = "/shipments/" + shipment + "/transport";
        mvc.perform(get("/orders/" + order).with(supplier())).andExpect(content().string(containsString(form)));
        mvc.perform(get("/orders/" + order).with(buyer())).andExpect(content().string(not(containsString(form))));
        mvc.perform(get(form).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("Jianghai Test Logistics")));
        mvc.perform(get(form).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(post(form).param("requestId", Ids.next().toString()).param("deliverAt", "tomorrow").with(supplier()).with(csrf())).andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"carrier-error\""))).andExpect(content().string(containsString("id=\"deliverAt-error\"")));
        mvc.perform(post(form).param("requestId", Ids.next().toString()).param("carrier", carrier.toString()).param("pickUpAt", "2026-12-01T08:30")
                .param("deliverAt", "2026-12-02T17:00").param("note", "Tail lift").with(supplier()).with(csrf())).andExpect(redirectedUrl("/orders/" + order));
        TransportOrderView made = made(shipment);
        assertThat(made.status()).isEqualTo(TransportOrderStatus.TENDERED);
        assertThat(made.instruction().pickUpAt().toInstant()).isEqualTo("2026-12-01T00:30:00Z");
        mvc.perform(get("/orders/" + order).with(supplier())).andExpect(content().string(containsString(made.number())))
                .andExpect(content().string(not(containsString(form))));
        mvc.perform(get("/orders/" + order).with(buyer())).andExpect(content().string(not(containsString(made.number()))));

        RequestPostProcessor key = key(carrier, "transport:respond");
        String address = "/api/v1/transport-orders/" + made.id();
        mvc.perform(get("/api/v1/transport-orders?number=" + made.number()).with(key)).andExpect(jsonPath("$.items[0].shipper.name").value("Ningbo Haina Fasteners"));
        mvc.perform(get(address).with(key)).andExpect(header().string("ETag", "\"1\""));
        mvc.perform(post(address + "/response").with(key).contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"ACCEPTED\"}")).andExpect(status().is(428));
        mvc.perform(post(address + "/response").with(key).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON).content("{\"decision\":\"DECLINED\"}"))
                .andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("reason"));
        mvc.perform(post(address + "/response").with(key).header("If-Match", "\"1\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"ACCEPTED\",\"carrierReference\":\"PRO-77\"}")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("ACCEPTED"));
        mvc.perform(post(address + "/response").with(key(trade.buyer, "transport:respond")).header("If-Match", "\"2\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\":\"ACCEPTED\"}")).andExpect(status().isNotFound());
        mvc.perform(get("/transport-orders").with(supplier())).andExpect(content().string(containsString("PRO-77"))).andExpect(content().string(containsString("2026-12-01 08:30")));
        mvc.perform(get("/transport-orders?number=PRO-77").with(stranger())).andExpect(content().string(not(containsString("transport-" + made.number()))));

        mvc.perform(post("/transport-orders/" + made.id() + "/cancellation").param("version", "2").with(supplier()).with(csrf()))
                .andExpect(redirectedUrl("/transport-orders"));
        assertThat(made(shipment).status()).isEqualTo(TransportOrderStatus.CANCELLED);
    }

    @Test
    void aSupplierAsksByTheApi() throws Exception {
        UUID carrier = carrier("Second Test Logistics");
        UUID shipment = shipment(shipped("PO-2026-TO-2"));
        RequestPostProcessor key = key(trade.supplier, "shipment:write");
        String address = "/api/v1/shipments/" + shipment + "/transport-orders";
        mvc.perform(post(address).with(key).contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().is(422));
        mvc.perform(post(address).with(key).contentType(MediaType.APPLICATION_JSON).content("{\"carrier\":\"" + carrier + "\",\"deliverAt\":\"2026-12-02T17:00:00+08:00\"}"))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.status").value("TENDERED")).andExpect(jsonPath("$.instruction.goods[0].ssccs[0]").isNotEmpty());
        mvc.perform(post(address).with(key).contentType(MediaType.APPLICATION_JSON).content("{\"carrier\":\"" + carrier + "\"}")).andExpect(status().isConflict());
        mvc.perform(post("/api/v1/transport-orders/" + made(shipment).id() + "/cancellation").with(key).header("If-Match", "\"1\"")).andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CANCELLED"));
    }

    private UUID carrier(String name) {
        return Tenancy.call(Actor.hub(), () -> organisations.create(new NewOrganisation(name, null, Organisation.Kind.CARRIER, null, "CNY")));
    }

    private UUID shipped(String number) {
        UUID order = trade.newOrder(number, 1);
        Tenancy.run(Actor.person(trade.supplier, Ids.next(), "Somebody"), () -> {
            orders.answer(order, new SupplierAnswer.AcceptAll("SO-" + number), orders.find(order).orElseThrow().version());
            advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order, 1, "CT", null, null));
        });
        return order;
    }

    private UUID shipment(UUID order) {
        return Tenancy.call(Actor.hub(), () -> advices.ofOrder(order)).getFirst().id();
    }

    private TransportOrderView made(UUID shipment) {
        return Tenancy.call(Actor.hub(), () -> transports.ofShipments(List.of(shipment))).get(shipment).getFirst();
    }

    private RequestPostProcessor key(UUID organisation, String scope) {
        String key = Tenancy.call(Actor.hub(), () -> clients.create(organisation, "test", Set.of(scope, "order:read"))).key();
        return request -> {
            request.addHeader("Authorization", "Bearer " + key);
            return request;
        };
    }
}

package io.tradelane.portal.despatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.despatch.DockBookings;
import io.tradelane.trading.despatch.DockBookings.Booking;
import io.tradelane.trading.despatch.DockWindow;
import io.tradelane.trading.despatch.DockWindows;
import io.tradelane.trading.inventory.Warehouses;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A buyer opens its docks, suppliers book slots, and no slot is given twice. */
class DockPagesTest extends PortalTest {
    @Autowired private PurchaseOrders orders;
    @Autowired private DockWindows windows;
    @Autowired private DockBookings bookings;
    @Autowired private Warehouses warehouses;

    @Test
    void aSlotIsOpenedBookedSeenByBothAndGivenBackByPages() throws Exception {
        UUID order = confirmed("PO-2026-DOCK-1");
        warehouse();
        mvc.perform(post("/docks/windows").param("dock", "").param("from", "tomorrow").param("slotMinutes", "5").with(buyer()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"from-error\"")));
        mvc.perform(post("/docks/windows").param("dock", "P-1").param("from", "2031-03-03T08:00").param("until", "2031-03-03T10:30").param("slotMinutes", "60").with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/docks"));
        mvc.perform(post("/docks/windows").param("dock", "P-1").param("from", "2031-03-03T10:00").param("until", "2031-03-03T12:00").param("slotMinutes", "60").with(buyer()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"dock-error\"")));
        mvc.perform(get("/orders/" + order).with(supplier())).andExpect(content().string(containsString("/orders/" + order + "/dock")));
        mvc.perform(get("/orders/" + order + "/dock").with(supplier())).andExpect(content().string(containsString("2031-03-03 08:00 – 09:00")))
                .andExpect(content().string(not(containsString("2031-03-03 10:00 – 11:00"))));
        DockWindow.Slot slot = slots(order, "P-1").getFirst();
        mvc.perform(post("/orders/" + order + "/dock").param("slot", "nothing").with(supplier()).with(csrf())).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/orders/" + order + "/dock").param("requestId", Ids.next().toString()).param("slot", slot.window() + "," + slot.from()).param("carrier", "Jianghai")
                .param("vehicle", "浙B12345").param("packages", "12").with(supplier()).with(csrf())).andExpect(redirectedUrl("/docks"));
        assertThat(slots(order, "P-1")).hasSize(1);
        for (var party : List.of(buyer(), supplier())) {
            mvc.perform(get("/docks").with(party)).andExpect(content().string(containsString("浙B12345"))).andExpect(content().string(containsString("2031-03-03 08:00 – 09:00")));
        }
        mvc.perform(get("/docks").with(stranger())).andExpect(content().string(not(containsString("浙B12345"))));
        UUID booking = Tenancy.call(Actor.hub(), () -> bookings.ofOrder(order)).getFirst().id();
        mvc.perform(post("/docks/bookings/" + booking + "/cancellation").with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/docks/bookings/" + booking + "/cancellation").with(supplier()).with(csrf())).andExpect(redirectedUrl("/docks"));
        assertThat(slots(order, "P-1")).as("free again").hasSize(2);
    }

    @Test
    void aMachineBooksAndTheBuyerSaysWhyItCancels() throws Exception {
        UUID order = confirmed("PO-2026-DOCK-2");
        warehouse();
        mvc.perform(post("/api/v1/dock-windows").with(key(trade.buyer)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"dock\": \"A-1\", \"from\": \"2031-04-01T06:00:00Z\", \"until\": \"2031-04-01T08:00:00Z\", \"slotMinutes\": 30}")).andExpect(status().isCreated());
        mvc.perform(post("/api/v1/dock-windows").with(key(trade.buyer)).contentType(MediaType.APPLICATION_JSON).content("{\"dock\": \"A-1\"}")).andExpect(status().isUnprocessableContent());
        mvc.perform(get("/api/v1/dock-windows").param("buyer", trade.buyer.toString()).with(key(trade.otherBuyer))).andExpect(jsonPath("$.items.length()").value(0));
        DockWindow.Slot slot = slots(order, "A-1").getFirst();
        String address = "/api/v1/purchase-orders/" + order + "/dock-bookings";
        String body = "{\"requestId\": \"" + Ids.next() + "\", \"window\": \"" + slot.window() + "\", \"from\": \"" + slot.from() + "\"}";
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(address).with(key(trade.supplier)).contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isCreated()).andExpect(jsonPath("$.dock").value("A-1"));
        }
        mvc.perform(post(address).with(key(trade.supplier)).contentType(MediaType.APPLICATION_JSON).content(body.replaceFirst("\"requestId\": \"[^\"]+\", ", "")))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("slot-taken"));
        mvc.perform(post(address).with(key(trade.buyer)).contentType(MediaType.APPLICATION_JSON).content(body)).andExpect(status().isNotFound());
        String listed = mvc.perform(get("/api/v1/dock-bookings").with(key(trade.buyer))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        List<String> ids = JsonPath.read(listed, "$.items[?(@.dock == 'A-1')].id");
        String cancellation = "/api/v1/dock-bookings/" + ids.getFirst() + "/cancellation";
        mvc.perform(get("/api/v1/dock-bookings/" + ids.getFirst()).with(key(trade.otherBuyer))).andExpect(status().isNotFound());
        mvc.perform(post(cancellation).with(key(trade.buyer))).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].pointer").value("reason"));
        mvc.perform(post(cancellation).with(key(trade.buyer)).contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"Stocktaking\"}")).andExpect(jsonPath("$.reason").value("Stocktaking"));
        mvc.perform(post("/api/v1/dock-windows/" + slot.window() + "/closure").with(key(trade.supplier))).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/dock-windows/" + slot.window() + "/closure").with(key(trade.buyer))).andExpect(status().isNoContent());
        assertThat(slots(order, "A-1")).isEmpty();
        mvc.perform(post("/docks/windows").with(as(trade.buyer, Role.BUYER_STAFF)).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void ofTwoWhoAskAtOnceOneGetsTheSlot() throws Exception {
        UUID order = confirmed("PO-2026-DOCK-3");
        warehouse();
        Instant from = Instant.parse("2031-05-05T06:00:00Z");
        CommandResult opened = Tenancy.call(Actor.person(trade.buyer, Ids.next(), "Anna"), () -> windows.open(trade.buyer,
                new DockWindows.Opening(null, "C-1", from, from.plus(1, ChronoUnit.HOURS), 60)));
        UUID window = ((CommandResult.Done) opened).id();
        Callable<CommandResult> book = () -> Tenancy.call(Actor.person(trade.supplier, Ids.next(), "Ben"), () -> bookings.book(new Booking(Ids.next(), order, window, from, null, null, null)));
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            List<Future<CommandResult>> results = both.invokeAll(List.of(book, book, book, book));
            int booked = 0;
            for (Future<CommandResult> result : results) {
                booked += result.get() instanceof CommandResult.Done ? 1 : 0;
                assertThat(result.get()).isIn(CommandResult.invalid("slot", "slot-taken"), result.get() instanceof CommandResult.Done done ? done : null);
            }
            assertThat(booked).isEqualTo(1);
        }
    }

    private void warehouse() {
        Tenancy.run(Actor.hub(), () -> {
            if (warehouses.main(trade.buyer).isEmpty()) {
                warehouses.add(trade.buyer, new Warehouses.Form("DC", "Distribution", null, true, false));
            }
        });
    }

    private List<DockWindow.Slot> slots(UUID order, String dock) {
        return Tenancy.call(Actor.person(trade.supplier, Ids.next(), "Somebody"), () -> bookings.free(order)).stream().filter(one -> one.dock().equals(dock)).toList();
    }

    private UUID confirmed(String number) {
        UUID order = trade.newOrder(number, 1);
        Tenancy.run(Actor.person(trade.supplier, Ids.next(), "Somebody"),
                () -> orders.answer(order, new SupplierAnswer.AcceptAll("SO-" + number), orders.find(order).orElseThrow().version()));
        return order;
    }
}

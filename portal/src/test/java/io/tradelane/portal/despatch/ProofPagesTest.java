package io.tradelane.portal.despatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Proofs of delivery by page and by API, for the two parties of a shipment. */
class ProofPagesTest extends PortalTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    @Autowired private PurchaseOrders orders;
    @Autowired private DespatchAdvices advices;

    @Test
    void aPhotoTakenWhileReceivingIsSeenByBothPartiesAndNobodyElse() throws Exception {
        UUID order = shipped("PO-2026-POD-1");
        UUID shipment = shipment(order);
        mvc.perform(get("/orders/" + order + "/receipt").with(buyer())).andExpect(content().string(containsString("receipt-proof")));
        mvc.perform(multipart("/shipments/" + shipment + "/proofs").file(new MockMultipartFile("file", "C:\\note <1>.jpg", "text/html", photo())).param("signedBy", "Li Wei")
                .param("receipt", order.toString()).with(buyer()).with(csrf())).andExpect(redirectedUrl("/orders/" + order + "/receipt?shipment=" + shipment));
        for (var party : List.of(buyer(), supplier())) {
            mvc.perform(get("/shipments/" + shipment).with(party)).andExpect(content().string(containsString("proof-note &lt;1&gt;.jpg"))).andExpect(content().string(containsString("Li Wei")));
        }
        String listed = mvc.perform(get("/api/v1/shipments/" + shipment + "/proofs").with(supplier())).andExpect(jsonPath("$.items[0].contentType").value("image/jpeg"))
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String address = "/shipments/" + shipment + "/proofs/" + JsonPath.<String>read(listed, "$.items[0].id");
        mvc.perform(get(address).with(supplier())).andExpect(status().isOk()).andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        mvc.perform(get(address + "/thumbnail").with(buyer())).andExpect(status().isOk()).andExpect(content().contentType("image/jpeg"));
        for (String path : List.of(address, address + "/thumbnail", "/api/v1" + address, "/api/v1/shipments/" + shipment + "/proofs",
                "/media/" + JsonPath.<String>read(listed, "$.items[0].sha256"))) {
            mvc.perform(get(path).with(stranger())).andExpect(status().isNotFound());
        }
        mvc.perform(multipart("/shipments/" + shipment + "/proofs").file(new MockMultipartFile("file", "x.pdf", null, PDF)).with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(multipart("/shipments/" + shipment + "/proofs").file(new MockMultipartFile("file", "x.pdf", null, PDF)).with(as(trade.buyer, Role.BUYER_FINANCE)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aPaperComesByTheApiOnceAndWhatIsNeitherIsRefused() throws Exception {
        UUID shipment = shipment(shipped("PO-2026-POD-2"));
        String address = "/api/v1/shipments/" + shipment + "/proofs";
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(address).param("name", "note.pdf").param("signedBy", "Li Wei").contentType("application/octet-stream").content(PDF).with(key(trade.supplier)))
                    .andExpect(status().isCreated()).andExpect(jsonPath("$.items.length()").value(1)).andExpect(jsonPath("$.items[0].contentType").value("application/pdf"));
        }
        mvc.perform(post(address).contentType("application/pdf").content("<script>".getBytes(StandardCharsets.US_ASCII)).with(key(trade.supplier)))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("paper-kind"));
        byte[] large = Arrays.copyOf(PDF, (10 << 20) + 1);
        mvc.perform(post(address).contentType("application/pdf").content(large).with(key(trade.supplier)))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("media-size"));
        String listed = mvc.perform(get(address).with(key(trade.buyer))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        byte[] kept = mvc.perform(get(address + "/" + JsonPath.<String>read(listed, "$.items[0].id")).with(key(trade.buyer))).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment"))).andReturn().getResponse().getContentAsByteArray();
        assertThat(kept).isEqualTo(PDF);
        mvc.perform(get("/shipments/" + shipment).with(as(trade.buyer, Role.BUYER_FINANCE))).andExpect(content().string(containsString("note.pdf")))
                .andExpect(content().string(not(containsString("proof-form"))));
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
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
}

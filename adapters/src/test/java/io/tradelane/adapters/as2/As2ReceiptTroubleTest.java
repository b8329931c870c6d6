package io.tradelane.adapters.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Mic;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** A partner whose answers are wrong in every way: never is a document called delivered without proof. */
class As2ReceiptTroubleTest extends DoorsTest {
    private final CopyOnWriteArrayList<String> messageIds = new CopyOnWriteArrayList<>();
    private HttpServer partner;
    private volatile int status = 200;
    private volatile @Nullable BiFunction<String, Entity, Entity> answering;
    private Channel channel;

    @BeforeEach
    void partner() throws Exception {
        partner = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        partner.createContext("/as2", exchange -> {
            String id = exchange.getRequestHeaders().getFirst("Message-ID");
            messageIds.add(id);
            var request = Entity.of(Headers.of("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type")),
                    exchange.getRequestBody().readAllBytes());
            Entity answer = answering == null ? null : answering.apply(id, request);
            if (answer == null) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", answer.headers().first("Content-Type").orElseThrow());
                exchange.sendResponseHeaders(status, answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
            exchange.close();
        });
        partner.start();
        channel = open("as2", Direction.OUTBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB", "encryption", "NONE",
                "url", "http://localhost:" + partner.getAddress().getPort() + "/as2"));
    }

    @AfterEach
    void stop() {
        partner.stop(0);
    }

    @Test
    void rightReceiptProvesDelivery() {
        answering = (id, request) -> receipt(id, Disposition.PROCESSED, mic(request), Peers.BUYER);
        assertThat(send(Ids.next())).isInstanceOf(DeliveryReceipt.Delivered.class);
    }

    @Test
    void wrongMicIsNoDelivery() {
        answering = (id, request) -> receipt(id, Disposition.PROCESSED, Digest.SHA_256.over(new byte[] {1}), Peers.BUYER);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("MIC");
    }

    @Test
    void missingMicIsNoDelivery() {
        answering = (id, request) -> receipt(id, Disposition.PROCESSED, null, Peers.BUYER);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("MIC");
    }

    @Test
    void unsignedReceiptIsNoDeliveryWhereASignedOneWasAsked() {
        answering = (id, request) -> receipt(id, Disposition.PROCESSED, mic(request), null);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("not signed");
    }

    @Test
    void receiptOfAnotherSignerIsNoDelivery() {
        answering = (id, request) -> receipt(id, Disposition.PROCESSED, mic(request), Peers.STRANGER);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("cannot be trusted");
    }

    @Test
    void receiptForAnotherMessageIsNoDelivery() {
        answering = (id, request) -> receipt("<other@hub>", Disposition.PROCESSED, mic(request), Peers.BUYER);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("another message");
    }

    @Test
    void negativeReceiptIsARefusalWithItsReason() {
        answering = (id, request) -> receipt(id, Disposition.DECRYPTION_FAILED, null, Peers.BUYER);
        assertThat(send(Ids.next())).asString().contains("Refused").contains("decryption-failed");
    }

    @Test
    void warningOfADuplicateCountsAsDelivered() {
        answering = (id, request) -> receipt(id, Disposition.DUPLICATE_DOCUMENT, null, Peers.BUYER);
        assertThat(send(Ids.next())).isInstanceOf(DeliveryReceipt.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void answerThatMayPassIsRepeatedUnderTheSameMessageId(int transientStatus) {
        UUID id = Ids.next();
        status = transientStatus;
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> send(id));
        status = 200;
        answering = (messageId, request) -> receipt(messageId, Disposition.PROCESSED, mic(request), Peers.BUYER);
        assertThat(send(id)).isInstanceOf(DeliveryReceipt.Delivered.class);
        assertThat(messageIds).hasSize(2).containsOnly("<" + id + "@tradelane>");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404})
    void otherAnswersAreRefusals(int permanentStatus) {
        status = permanentStatus;
        assertThat(send(Ids.next())).isInstanceOf(DeliveryReceipt.Refused.class);
    }

    @Test
    void answerWithoutAReceiptIsRepeated() {
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> send(Ids.next()));
    }

    @Test
    void partnerThatDoesNotAnswerIsTriedAgain() {
        partner.stop(0);
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> send(Ids.next()));
    }

    private DeliveryReceipt send(UUID id) {
        return transmitter.send(channel.id(), new OutboundTransmission(id, id.toString(), "orders.edi", "application/EDIFACT",
                () -> new ByteArrayInputStream(Peers.ORDERS)));
    }

    private static Mic mic(Entity request) {
        return io.tradelane.adapters.as2.message.MessageReader
                .read(request, Peers.hubExpects(true, false, Peers.HUB.certificate())).mic(Digest.SHA_256);
    }

    private static Entity receipt(String id, Disposition disposition, @Nullable Mic mic, @Nullable Identity signer) {
        return new Receipt(id, "BUYER", disposition, mic, "ok").write(signer, Digest.SHA_256);
    }
}

package io.tradelane.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final int IN_VM_ID = 4_000;

    @TempDir
    Path folder;

    @Test
    void keepsAMessageThroughARestartAndAsksForThePassword() throws Exception {
        int port = freePort();
        String url = "tcp://127.0.0.1:" + port;
        try (EmbeddedBroker broker = broker(port)) {
            send(broker.url(), "still here");
            assertThatThrownBy(() -> connect(url, "wrong").close()).isInstanceOf(JMSException.class);
        }
        try (EmbeddedBroker ignored = broker(port)) {
            assertThat(receive(url)).isEqualTo("still here");
        }
    }

    private EmbeddedBroker broker(int port) {
        return new EmbeddedBroker(folder, "right", "127.0.0.1", port, IN_VM_ID, 1 << 20);
    }

    private static void send(String url, String text) throws JMSException {
        try (Connection connection = connect(url, "right");
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue("kept")).send(session.createTextMessage(text));
        }
    }

    private static @Nullable String receive(String url) throws JMSException {
        try (Connection connection = connect(url, "right");
                Session session = connection.createSession()) {
            connection.start();
            Message message =
                    session.createConsumer(session.createQueue("kept")).receive(5_000);
            return message == null ? null : ((TextMessage) message).getText();
        }
    }

    private static Connection connect(String url, String password) throws JMSException {
        return new ActiveMQConnectionFactory(url, EmbeddedBroker.USER, password).createConnection();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

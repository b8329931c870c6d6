package io.tradelane.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.ConnectionSteps.Result;
import io.tradelane.adapters.ConnectionSteps.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProbeTest {

    @Test
    void whatAnswersOtherwiseThanByHttpIsNoWebServer() throws Exception {
        List<Result> results = answeredWith("220 mail.example ESMTP\r\n");
        assertThat(results).extracting(Result::step).containsExactly(Step.RESOLVED, Step.CONNECTED, Step.ANSWERED);
        assertThat(results.getLast()).isEqualTo(new Result(Step.ANSWERED, false, "OPTIONS: 220 mail.exa"));
    }

    @Test
    void whatNoDatabaseKeepsIsNotSaid() {
        var steps = new ConnectionSteps();
        steps.failed(Step.CONNECTED, "Got bad greeting: \0\1");
        assertThat(steps.results().getFirst().detail()).isEqualTo("Got bad greeting: \uFFFD\1");
    }

    @Test
    void whoeverHangsUpHasNotAnswered() throws Exception {
        assertThat(answeredWith("").getLast().good()).isFalse();
    }

    @Test
    void anAnswerOfAnyKindIsOne() throws Exception {
        assertThat(answeredWith("HTTP/1.1 501 Not Implemented\r\n\r\n").getLast()).isEqualTo(new Result(Step.ANSWERED, true, "OPTIONS: HTTP 501"));
    }

    @Test
    void whereNobodyListensNoConnectionIsMade() throws Exception {
        int free;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = once.getLocalPort();
        }
        var steps = new ConnectionSteps();
        ServerProbe.test("http://127.0.0.1:" + free + "/in", steps);
        assertThat(steps.results()).last().extracting(Result::step, Result::good).containsExactly(Step.CONNECTED, false);
    }

    private static List<Result> answeredWith(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread peer = Thread.ofVirtual().start(() -> {
                try (Socket one = server.accept()) {
                    one.getInputStream().read(new byte[200]);
                    one.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    // The probe has what it wants.
                }
            });
            var steps = new ConnectionSteps();
            ServerProbe.test("http://127.0.0.1:" + server.getLocalPort() + "/in?a=b", steps);
            peer.join();
            return steps.results();
        }
    }
}

package io.tradelane.adapters.calling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a partner answers to a delivery: as much as comes in a few seconds. What the status says holds, however slowly the rest trickles in. */
final class AnswerBody {
    private static final int SECONDS = 5;

    private AnswerBody() {}

    static byte[] read(InputStream answer, long most) {
        var body = new ByteArrayOutputStream();
        var end = CompletableFuture.runAsync(() -> close(answer), CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
        try {
            byte[] buffer = new byte[8 * 1024];
            for (int n = answer.read(buffer); n >= 0 && body.size() + n <= most; n = answer.read(buffer)) {
                body.write(buffer, 0, n);
            }
        } catch (IOException cutOff) {
            // What came is kept.
        } finally {
            end.cancel(false);
            close(answer);
        }
        return body.toByteArray();
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException closedAnyway) {
            // Nobody reads it any more.
        }
    }
}

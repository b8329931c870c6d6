package io.tradelane.server.broker;

import java.nio.file.Path;

/** A broker in a process of its own: folder, port and password on the command line; says "ready" and stays. */
public final class BrokerProcess {

    private static final long MAX_MEMORY = 64L << 20;

    private BrokerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        new EmbeddedBroker(Path.of(args[0]), args[2], "127.0.0.1", Integer.parseInt(args[1]), 0, new EmbeddedBroker.Space(MAX_MEMORY, 100), null, () -> {
            throw new IllegalStateException("no partner signs in here");
        });
        System.out.println("ready");
        Thread.currentThread().join();
    }
}

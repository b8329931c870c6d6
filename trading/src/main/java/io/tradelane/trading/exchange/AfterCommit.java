package io.tradelane.trading.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that helps but on which nothing rests: it runs once the transaction is durable, and its failure is logged only. */
final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            attempt(work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                attempt(work);
            }
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("after commit: {}", failure.toString(), failure);
        }
    }
}

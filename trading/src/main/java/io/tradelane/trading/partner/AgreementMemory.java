package io.tradelane.trading.partner;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** What is remembered of agreements for a while, and forgotten when one changes. */
@Component
class AgreementMemory {
    private final List<Directory<?, ?>> directories = new CopyOnWriteArrayList<>();

    <K, V> Directory<K, V> directory(Duration keep) {
        Directory<K, V> directory = new Directory<>(keep);
        directories.add(directory);
        return directory;
    }

    /** An agreement changes in this transaction. */
    void written() {
        directories.forEach(Directory::written);
    }
}

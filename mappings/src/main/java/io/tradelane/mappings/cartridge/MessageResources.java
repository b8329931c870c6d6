package io.tradelane.mappings.cartridge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The declarations of one message, read when first asked for, so that a process reads only those it needs. */
final class MessageResources {

    private final String message;
    private final List<String> names;
    private final Grammars grammars;
    private volatile @Nullable List<SmooksResource> loaded;

    MessageResources(String message, List<String> names, Grammars grammars) {
        this.grammars = grammars;
        this.message = message;
        this.names = names;
    }

    /** The most specific first. */
    List<SmooksResource> all() {
        List<SmooksResource> all = loaded;
        if (all == null) {
            synchronized (this) {
                all = loaded;
                if (all == null) {
                    all = loaded = names.stream().map(this::load)
                            .sorted(Comparator.comparingInt(resource -> -resource.declaration().specificity())).toList();
                }
            }
        }
        return all;
    }

    private SmooksResource load(String name) {
        SmooksResource resource = SmooksResource.load(name, grammars);
        if (!resource.declaration().type().equals(message)) {
            throw new IllegalArgumentException(name + " declares " + resource.declaration().type() + ", not " + message);
        }
        return resource;
    }

    Optional<SmooksResource> find(MappingKey key) {
        for (SmooksResource resource : all()) {
            if (resource.declaration().fits(key)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}

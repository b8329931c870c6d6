package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Finding;
import java.util.List;
import java.util.Locale;

/** A document cannot be expressed in the message asked for. */
public final class UnwritableException extends RuntimeException {

    private final transient List<Finding> findings;

    public UnwritableException(List<Finding> findings) {
        super(findings.getFirst().message(Locale.ENGLISH));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}

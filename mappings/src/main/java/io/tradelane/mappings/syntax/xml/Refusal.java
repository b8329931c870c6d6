package io.tradelane.mappings.syntax.xml;

import java.io.IOException;

/** Carries the reason out through the parser, which wraps it. */
final class Refusal extends IOException {
    private final XmlError error;

    Refusal(XmlError error) {
        super(error.name());
        this.error = error;
    }

    XmlError error() {
        return error;
    }
}

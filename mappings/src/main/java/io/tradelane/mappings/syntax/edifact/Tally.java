package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.Finding;
import java.util.ArrayList;
import java.util.List;

/** Counts what is in a file, and keeps what was found wrong with its envelopes. */
public final class Tally {
    private final List<Finding> findings = new ArrayList<>();
    private int interchanges;
    private int rejected;
    private int messages;

    public void interchange() {
        interchanges++;
    }

    public int interchanges() {
        return interchanges;
    }

    public void message() {
        messages++;
    }

    public void add(List<Finding> found) {
        findings.addAll(found);
    }

    /**
     * An interchange is over.
     *
     * @param errors something around its messages was wrong besides
     */
    public void close(List<Finding> found, boolean errors) {
        findings.addAll(found);
        rejected += errors || Finding.anyError(found) ? 1 : 0;
    }

    /** @param before found outside any interchange */
    public EdifactReader.Summary summary(List<Finding> before) {
        List<Finding> all = new ArrayList<>(before);
        all.addAll(findings);
        return new EdifactReader.Summary(interchanges, rejected, messages, all);
    }
}

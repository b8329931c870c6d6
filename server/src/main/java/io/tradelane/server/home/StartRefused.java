package io.tradelane.server.home;

/** Why the process will not start, said to the person who starts it: no stack trace would help. */
public class StartRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}

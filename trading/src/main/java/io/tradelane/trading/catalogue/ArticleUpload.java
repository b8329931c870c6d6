package io.tradelane.trading.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of articles.
 *
 * @param header the file's columns as they are called in it
 * @param done how many rows are looked at, or applied
 * @param problem why all of it is refused, as a code
 */
public record ArticleUpload(
        UUID id,
        UUID supplier,
        String fileName,
        boolean xlsx,
        State state,
        List<String> header,
        int total,
        int done,
        int created,
        int updated,
        int unchanged,
        int wrong,
        @Nullable String problem,
        String createdBy,
        Instant createdAt) {

    public enum State {
        READING,
        /** It is said what it would do. */
        PREVIEW,
        REFUSED,
        APPLYING,
        APPLIED
    }

    public enum Outcome {
        CREATE,
        UPDATE,
        UNCHANGED,
        WRONG
    }

    /** @param column the file's name of it; empty: the whole row @param code of the text */
    public record CellProblem(String column, String value, String code) {}

    /** @param number in the file, from 1 */
    public record Row(int number, List<String> cells, Outcome outcome, List<CellProblem> problems) {}

    public boolean working() {
        return state == State.READING || state == State.APPLYING;
    }

    /** How far it is, in percent. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }
}

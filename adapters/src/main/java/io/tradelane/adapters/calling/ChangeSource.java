package io.tradelane.adapters.calling;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed at a partner's since a position, page by page; made for one round. */
public interface ChangeSource {

    /** @param id of the record with the partner; with its content it tells whether it came before */
    record Changed(String id, JsonNode record) {}

    /** @param position to go on from when this page is stored; null: as before @param last whether the round ends with it */
    record Page(List<Changed> records, @Nullable String position, boolean last) {
        public Page {
            records = List.copyOf(records);
        }
    }

    /** @throws StalePosition when the partner does not know the position any more */
    Page next() throws IOException;

    /** Everything has to be read anew. */
    final class StalePosition extends IOException {
        public StalePosition(String message) {
            super(message);
        }
    }
}

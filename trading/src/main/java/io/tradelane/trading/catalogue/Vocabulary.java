package io.tradelane.trading.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of the words that searches are read by counts; changed in the transaction that changes words. */
@Component
class Vocabulary {
    private final JdbcClient jdbc;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from search_vocabulary").query(Long.class).single();
    }

    void changed() {
        jdbc.sql("update search_vocabulary set version = version + 1").update();
    }
}

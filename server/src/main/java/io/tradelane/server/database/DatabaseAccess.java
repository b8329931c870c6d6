package io.tradelane.server.database;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who comes to it.
 *
 * @param owner migrates; absent where another process does that
 * @param app works
 */
record DatabaseAccess(String url, @Nullable Login owner, Login app) {

    record Login(String user, @Nullable String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    static DatabaseAccess external(DatabaseSettings settings) {
        String url = settings.url();
        if (url == null) {
            throw new IllegalArgumentException("no tradelane.database.url");
        }
        Login owner = settings.ownerUser() == null ? null : new Login(settings.ownerUser(), settings.ownerPassword());
        return new DatabaseAccess(url, owner, new Login(settings.user(), settings.password()));
    }
}

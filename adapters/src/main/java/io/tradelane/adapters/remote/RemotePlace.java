package io.tradelane.adapters.remote;

/** A directory on the server, and what lies in it. */
record RemotePlace(String directory) {

    RemotePlace {
        directory = directory.length() > 1 && directory.endsWith("/") ? directory.substring(0, directory.length() - 1) : directory;
    }

    String of(String name) {
        return directory.equals(".") ? name : directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    RemotePlace below(String name) {
        return new RemotePlace(of(name));
    }
}

package io.tradelane.server;

import java.io.PrintStream;

final class Help {

    private static final String TEXT = """
            Usage: tradelane COMMAND [OPTIONS]

              demo [--once] [--simulators] [--data small|full] [--port N] [--home DIR]    play the demo journey, then stay up;
                                                       --once plays and exits, --simulators adds two ERPs, a CRM, a bank and
                                                       a carrier, --data full 5,000 articles and two years of orders
              serve [--role all|hub|portal] [--port N] [--home DIR]    run the hub, the portal or both
              validate [--json] FILE|DIR...            check interchanges; exit 0 valid, 1 invalid, 2 wrong usage
              translate [--json] FILE --to FORMAT      write a document in another format
              show FILE [--lang zh|en]                 show messages as trees, with the names of elements and codes
              check [--json] DIR                       compare documents with what DIR/INDEX.tsv expects of them
              verify-evidence [--json] FILE            verify an evidence pack; exit 0 whole, 1 broken
              encrypt [--home DIR]                     make an ENC(...) value of a secret read from standard input
              ready [--port N]                         exit 0 if the server on this machine is ready
              test                                     the whole verification of the source tree
              version, help

            A setting of docs/configuration.md may follow as --name=value, or stand in the environment in capitals
            with underscores (tradelane.database.url is TRADELANE_DATABASE_URL).
            """;

    private Help() {}

    static int print(PrintStream out, int status) {
        out.print(TEXT);
        return status;
    }

    static int version() {
        String version = Help.class.getPackage().getImplementationVersion();
        System.out.println("tradelane " + (version == null ? "(unpackaged)" : version) + ", Java " + Runtime.version());
        return 0;
    }
}

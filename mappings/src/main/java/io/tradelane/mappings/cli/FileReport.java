package io.tradelane.mappings.cli;

/** How the findings of a file are printed. */
interface FileReport {
    void file(FileCollector file);

    /** Called once, after the last file. */
    void finish();
}

package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directories, or versions, of one syntax.
 *
 * @param released their names, oldest first: what {@code *} and ranges in a declaration mean
 */
record Grammars(List<String> released, Function<String, Optional<Directory>> find) {

    static final Grammars EDIFACT = new Grammars(Directories.released(), name -> Directories.standard().find(name));
    static final Grammars X12 = new Grammars(
            List.copyOf(X12Directories.versions()), version -> Optional.of(X12Directories.standard().find(version).directory()));
}

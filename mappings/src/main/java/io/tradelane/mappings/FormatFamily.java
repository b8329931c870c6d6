package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Overlay;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One family of formats: how it is recognised, read and written. Stateless or thread-safe; listed in the {@link Catalogue}. */
interface FormatFamily {

    Format format();

    /** For a person: {@code UN/EDIFACT}. */
    String title();

    /** Whether an input that begins so is of this family; the families are asked in the order of the catalogue. */
    boolean recognises(Head head);

    /** @see Translator#read */
    InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException;

    /** @return what a partner's overlay declares that does not fit the messages of this family, one sentence each */
    default List<String> problems(Overlay overlay) {
        return List.of();
    }

    /**
     * Its messages as trees, for a person.
     *
     * @param more takes one and says whether it wants another
     * @return {@code false} where this family is not shown so
     */
    default boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        return false;
    }

    /** What of this family is read into documents of this type, for a person: {@code UN/EDIFACT ORDERS}. */
    List<String> sources(DocumentType type);

    /** As what of this family a document of this type can be written. */
    default Set<Target> targets(DocumentType type) {
        return Set.of();
    }

    /** @see Translator#write */
    default byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        throw new IllegalArgumentException("documents are not written as " + target);
    }

    /** The target that a person names: {@code x12:005010}, or {@code x12} for {@link #usualVersion}. */
    default Optional<Target> target(String text) {
        String name = format().name().toLowerCase(Locale.ROOT).replace("_", "");
        String given = text.toLowerCase(Locale.ROOT).replace("_", "");
        if (given.equals(name)) {
            return Optional.of(new Target(format(), usualVersion()));
        }
        return given.startsWith(name + ":")
                ? Optional.of(new Target(format(), text.substring(text.indexOf(':') + 1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The version taken when none is named. */
    default String usualVersion() {
        return "";
    }

    /** The errors of its own, by a title for {@code docs/formats.md}; those of a syntax that several share, with one of them. */
    default Map<String, FindingCode[]> findingCodes() {
        return Map.of();
    }
}

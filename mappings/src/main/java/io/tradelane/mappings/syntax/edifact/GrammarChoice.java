package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The grammar that checks a message. Senders write versions in many ways (096A, 93A D, 91 1), and use messages before they
 * are in a directory: then the nearest directory with the message checks it, a warning says so, and what does not fit is a warning too. Messages of other agencies
 * than UN, those that a user group has made (it names an association code), security messages and interactive ones have no grammar here, and are no error.
 *
 * @param directory whose segments the message has; absent where nothing is known of them
 * @param complaint what to say of it; {@code null} when the message names its directory as it should
 * @param expected with the complaint
 */
record GrammarChoice(
        @Nullable Directory directory, @Nullable MessageGrammar grammar, @Nullable EdifactError complaint, @Nullable String expected) {

    private static final String UN = "UN";
    /** A subset, of messages that are all in the directories. */
    private static final String EANCOM = "EAN";
    /** Of ISO 9735 parts 6 and 9, and of the interactive directories (part 3). */
    private static final Set<String> WITHOUT_GRAMMAR = Set.of(
            "AUTACK", "KEYMAN", "CIPHER", "AVLREQ", "AVLRSP", "IHCEBI", "IHCLME", "PAOREQ", "PAORES", "RESREQ", "RESRSP", "SKDREQ",
            "SKDUPD", "TIQREQ", "TIQRSP", "TSDREQ", "TSDRSP", "TSDUPD", "TUPREQ", "TUPRSP");
    /** As the directories are named, so that a wrong year is a wrong year; those after D21B exist, though not here. */
    private static final Pattern WELL_FORMED = Pattern.compile("D\\d\\d[A-Z]");
    private static final Pattern NAME = Pattern.compile("[A-Z]{6}");
    private static final Pattern LATER = Pattern.compile("D2[2-9][AB]");

    /** The grammar is of another directory than the message: what does not fit it may well be right. */
    boolean isApproximate() {
        return complaint == EdifactError.DIRECTORY_ASSUMED;
    }

    /** @param agency UNH 0051, empty when it is not said */
    static GrammarChoice of(MessageType type, String agency) {
        Directories directories = Directories.standard();
        String name = type.name();
        String version = type.version();
        Directory named = directories.service().messages().contains(name) ? directories.service() : directories.find(version).orElse(null);
        MessageGrammar grammar = named == null ? null : named.message(name).orElse(null);
        if (grammar != null) {
            return new GrammarChoice(named, grammar, null, null);
        }
        boolean ofUn = agency.isEmpty() || agency.equals(UN);
        if (!directories.knows(name)) {
            String association = type.association() == null ? "" : type.association();
            boolean ofUsers = ofUn && !association.isEmpty() && !association.startsWith(EANCOM) && NAME.matcher(name).matches();
            return WITHOUT_GRAMMAR.contains(name) || ofUsers || !ofUn && !name.isEmpty()
                    ? new GrammarChoice(null, null, EdifactError.MESSAGE_NOT_CHECKED, ofUsers ? association : agency)
                    : new GrammarChoice(named, null, EdifactError.MESSAGE_TYPE_UNKNOWN, version);
        }
        if (!ofUn && !Directories.saysYear(version)) {
            return new GrammarChoice(null, null, EdifactError.MESSAGE_NOT_CHECKED, agency);
        }
        if (named == null && ofUn && WELL_FORMED.matcher(version).matches() && !LATER.matcher(version).matches()) {
            return new GrammarChoice(null, null, EdifactError.DIRECTORY_UNKNOWN, null);
        }
        Directory nearest = directories.nearest(name, version).orElseThrow();
        MessageGrammar assumed = nearest.message(name).orElseThrow();
        EdifactError complaint = Directories.means(version, nearest.name()) ? EdifactError.DIRECTORY_UNUSUAL : EdifactError.DIRECTORY_ASSUMED;
        return new GrammarChoice(nearest, assumed, complaint, nearest.name());
    }
}

package io.tradelane.mappings.cli;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.mappings.tree.TreeNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the messages of a file of UN/EDIFACT, X12, SAP IDocs or XML as trees with names. Exit codes: 0 shown, 1 no message, 2 usage. */
@Command(
        name = "show",
        sortOptions = false,
        description = "Shows the messages of a file of UN/EDIFACT, X12, SAP IDocs or XML with the names of segments, elements and codes.",
        footer = "Exit status: 0 shown, 1 there is no message, 2 the file could not be read or the call is wrong.")
public final class ShowCommand extends DocumentCommand {
    @Parameters(arity = "1", paramLabel = "FILE", description = "the file")
    private Path path = Path.of("");
    @Mixin
    private final OverlaysOption overlays = new OverlaysOption();

    private int shown;

    private ShowCommand(PrintStream out, PrintStream err) {
        super(out, err);
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return new ShowCommand(out, err).run(arguments);
    }

    @Override
    int run(CommandLine line, Locale locale) {
        if (!overlays.isUsable(err)) {
            return WRONG;
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            Translator.standard().trees(bytes, overlays.apply(ReadOptions.defaults().forBulk()), tree -> show(tree, locale));
        } catch (IOException e) {
            err.println(path + ": cannot be read: " + e.getMessage());
            return WRONG;
        }
        out.flush();
        return shown == 0 ? INVALID : VALID;
    }

    private boolean show(MessageTree tree, Locale locale) {
        shown++;
        out.println(tree.type() + " " + tree.reference());
        tree.nodes().forEach(node -> show(node, 1, locale));
        return true;
    }

    private void show(TreeNode node, int depth, Locale locale) {
        StringBuilder line = new StringBuilder("  ".repeat(depth)).append(node.id()).append(' ').append(node.name(locale));
        if (node.group() > 0) {
            line.append(" #").append(node.group());
        }
        if (node.value() != null) {
            String meaning = node.meaning(locale);
            line.append(": ").append(node.value()).append(meaning == null ? "" : " (" + meaning + ")");
        }
        out.println(line);
        node.children().forEach(child -> show(child, depth + 1, locale));
    }
}

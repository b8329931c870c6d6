package io.tradelane.portal.frame;

/** Sends the browser back to a page of ours, whatever address a form carries. */
final class Back {

    private Back() {}

    /** @return a redirect to {@code path} if it is a path on this server, else to the start */
    static String to(String path) {
        boolean ours = path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c != '\\' && c != '{' && c != '}' && c < 127);
        return "redirect:" + (ours ? path : "/");
    }
}

package io.tradelane.adapters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a channel, declared once: the portal draws its form field from it, a change is checked by it, the documentation prints
 * it.
 *
 * @param name key in {@code Channel.parameters}, or in {@code Channel.secrets} when {@code secret}
 * @param defaultValue used when the channel does not set it; null: none
 * @param choices allowed values of a {@link Type#CHOICE}; empty for other types
 */
public record Parameter(String name, Text title, Type type, boolean required, @Nullable String defaultValue, boolean secret,
        List<String> choices, Text help) {
    private static final Pattern FOLDER = Pattern.compile("[^?&#%{}$\\\\\\p{Cntrl}]{1,200}");

    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        CHOICE,
        URL,
        /** A path below the root of all folder channels. */
        FOLDER,
        /** A text of several lines, such as a key. */
        LINES
    }

    public static Parameter text(String name, Text title, Text help) {
        return new Parameter(name, title, Type.TEXT, false, null, false, List.of(), help);
    }

    public static Parameter number(String name, long defaultValue, Text title, Text help) {
        return new Parameter(name, title, Type.NUMBER, false, Long.toString(defaultValue), false, List.of(), help);
    }

    public static Parameter flag(String name, boolean defaultValue, Text title, Text help) {
        return new Parameter(name, title, Type.FLAG, false, Boolean.toString(defaultValue), false, List.of(), help);
    }

    public static Parameter choice(String name, String defaultValue, List<String> choices, Text title, Text help) {
        return new Parameter(name, title, Type.CHOICE, false, defaultValue, false, List.copyOf(choices), help);
    }

    public static Parameter url(String name, Text title, Text help) {
        return new Parameter(name, title, Type.URL, false, null, false, List.of(), help);
    }

    public static Parameter folder(String name, Text title, Text help) {
        return new Parameter(name, title, Type.FOLDER, false, null, false, List.of(), help);
    }

    public static Parameter lines(String name, Text title, Text help) {
        return new Parameter(name, title, Type.LINES, false, null, false, List.of(), help);
    }

    public Parameter mandatory() {
        return new Parameter(name, title, type, true, defaultValue, secret, choices, help);
    }

    public Parameter orElse(String value) {
        return new Parameter(name, title, type, required, value, secret, choices, help);
    }

    public Parameter hidden() {
        return new Parameter(name, title, type, required, defaultValue, true, choices, help);
    }

    /** What is wrong with a value, for the person who typed it; empty when nothing is. */
    Optional<Text> problemWith(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return required && defaultValue == null ? Optional.of(new Text("此项必填", "This is needed")) : Optional.empty();
        }
        boolean good = switch (type) {
            case TEXT -> value.length() <= 4000;
            case LINES -> value.length() <= 16_000;
            case NUMBER -> value.matches("\\d{1,12}");
            case FLAG -> value.equals("true") || value.equals("false");
            case CHOICE -> choices.contains(value);
            case URL -> isHttp(value);
            case FOLDER -> FOLDER.matcher(value).matches() && !List.of(value.split("/")).contains("..");
        };
        return good ? Optional.empty() : Optional.of(wanted());
    }

    private Text wanted() {
        return switch (type) {
            case TEXT -> new Text("最多 4000 个字符", "Enter at most 4,000 characters");
            case LINES -> new Text("最多 16000 个字符", "Enter at most 16,000 characters");
            case NUMBER -> new Text("请输入非负整数，例如 " + example(), "Enter a whole number from 0, for example " + example());
            case FLAG -> new Text("取值为 true 或 false", "Enter true or false");
            case CHOICE -> new Text("请选择其一：" + String.join("、", choices), "Choose one of " + String.join(", ", choices));
            case URL -> new Text("请输入完整地址，例如 https://partner.example/in，不含用户名和密码",
                    "Enter a whole address, for example https://partner.example/in, without user name or password");
            case FOLDER -> new Text("请输入根目录下的路径，例如 partner/in，不得含 .. 或 ? & # % { } $ \\",
                    "Enter a path below the root, for example partner/in, without .. or any of ? & # % { } $ \\");
        };
    }

    private String example() {
        return defaultValue == null ? "1000" : defaultValue;
    }

    private static boolean isHttp(String value) {
        try {
            URI uri = URI.create(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

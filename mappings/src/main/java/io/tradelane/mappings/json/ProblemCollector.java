package io.tradelane.mappings.json;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Writes down what does not fit and lets reading go on, so that one pass finds everything. */
final class ProblemCollector extends DeserializationProblemHandler {
    /** Attribute of a read call under which its {@link JsonReport} stands. */
    static final Object REPORT = ProblemCollector.class;

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, ValueDeserializer<?> reader, Object owner, String name) {
        // Met while a record waits for its components, or only when it is complete: then its own path is at hand.
        String path = path(context);
        if (context.getAttribute(REPORT) instanceof JsonReport report) {
            String full = path.endsWith("/" + name) ? path : path + "/" + name;
            report.add(JsonError.FIELD_UNKNOWN, context.getParser().currentTokenLocation(), full, name, null);
        }
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> target, String value, String reason) {
        report(context, JsonError.VALUE_INVALID, value, expected(target));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(DeserializationContext context, Class<?> target, Number value, String reason) {
        report(context, JsonError.VALUE_INVALID, value.toString(), expected(target));
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, @Nullable String reason) {
        report(context, JsonError.VALUE_INVALID, parser.getString(), expected(target.getRawClass()));
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> target, @Nullable Object argument, Throwable cause) {
        if (!(cause instanceof RuntimeException)) {
            return NOT_HANDLED;
        }
        report(context, JsonError.VALUE_INVALID, cause.getMessage(), expected(target));
        return null;
    }

    private static void report(DeserializationContext context, JsonError code, @Nullable String value, @Nullable String expected) {
        JsonParser parser = context.getParser();
        if (context.getAttribute(REPORT) instanceof JsonReport report) {
            report.add(code, parser.currentTokenLocation(), path(context), value, expected);
        }
    }

    private static String path(DeserializationContext context) {
        return context.getParser().streamReadContext().pathAsPointer().toString();
    }

    private static String expected(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "YYYY-MM-DD";
            case "OffsetDateTime" -> "YYYY-MM-DDThh:mm:ss+hh:mm";
            case "BigDecimal" -> "123.45";
            case "Money" -> "{\"amount\":12.50,\"currency\":\"EUR\"}";
            case "Quantity" -> "{\"value\":3,\"unit\":\"PCE\"}";
            case "List", "ArrayList" -> "[…]";
            default -> target.getSimpleName();
        };
    }
}

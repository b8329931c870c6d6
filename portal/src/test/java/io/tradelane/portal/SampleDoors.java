package io.tradelane.portal;

import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DoorCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two doors with a field of each kind. */
final class SampleDoors implements DoorCatalogue {

    @Override
    public List<Declaration> doors() {
        return List.of(
                new Declaration("folder", new Label("文件夹", "Folder"), new Label("从文件夹读取文件", "Reads files from a folder"),
                        List.of(field("folder", "文件夹", "Folder", Kind.FOLDER, true, null), field("pattern", "文件名", "File names", Kind.TEXT, false, ".*\\.edi")),
                        List.of(field("folder", "文件夹", "Folder", Kind.FOLDER, true, null))),
                new Declaration("as2", new Label("AS2", "AS2"), new Label("签名并加密的 HTTP 传输", "Signed and encrypted over HTTP"),
                        List.of(),
                        List.of(field("url", "地址", "Address", Kind.URL, true, null), field("mdn", "回执", "Receipt", Kind.CHOICE, false, "sync"),
                                field("compress", "压缩", "Compress", Kind.FLAG, false, "true"), field("timeoutSeconds", "超时（秒）", "Time-out in seconds", Kind.NUMBER, false, "30"),
                                new Field("password", new Label("密码", "Password"), new Label("如伙伴要求", "If the partner asks for one"), Kind.TEXT, false, null, true, List.of()))));
    }

    @Override
    public Map<String, Label> problems(String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        Map<String, Label> problems = new HashMap<>();
        if (doors().stream().noneMatch(known -> known.door().equals(door))) {
            return Map.of("door", new Label("没有这种接口", "There is no such door"));
        }
        doors().stream().filter(known -> known.door().equals(door)).flatMap(known -> known.fields(direction).stream())
                .filter(field -> field.required() && !parameters.containsKey(field.name()))
                .forEach(field -> problems.put(field.name(), new Label("此项必填", "This is needed")));
        return problems;
    }

    @Override
    public boolean connects(String door, Direction direction) {
        return door.equals("as2") && direction == Direction.OUTBOUND;
    }

    private static Field field(String name, String zh, String en, Kind kind, boolean required, @Nullable String value) {
        return new Field(name, new Label(zh, en), new Label("", ""), kind, required, value, false, kind == Kind.CHOICE ? List.of("none", "sync", "async") : List.of());
    }
}

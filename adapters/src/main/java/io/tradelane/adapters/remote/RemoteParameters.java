package io.tradelane.adapters.remote;

import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import java.util.ArrayList;
import java.util.List;

/** What channels to either kind of file server declare. */
final class RemoteParameters {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String DIRECTORY = "directory";
    static final String PATTERN = "pattern";
    static final String MEDIA_TYPE = "mediaType";
    static final String POLL_MILLIS = "pollMillis";
    static final String STABLE_MILLIS = "stableMillis";
    static final String MAX_BYTES = "maxBytes";
    static final String AFTERWARDS = "afterwards";
    static final String ARCHIVE = "archive";
    static final String PERMISSIONS = "permissions";

    private RemoteParameters() {}

    /** What becomes of a file that is stored. */
    enum Afterwards {
        ARCHIVE,
        RENAME,
        DELETE
    }

    static List<Parameter> inbound(List<Parameter> connection) {
        var all = new ArrayList<>(connection);
        all.add(Parameter.text(PATTERN, new Text("文件名模式", "Pattern of file names"),
                new Text("仅读取匹配的文件，例如 *.edi 或 {ORDERS,INVOIC}*", "Only these are taken, for example *.edi or {ORDERS,INVOIC}*")).orElse("*"));
        all.add(Parameter.text(MEDIA_TYPE, new Text("媒体类型", "Media type"), new Text("文件内容的类型", "Of the files' content"))
                .orElse("application/EDIFACT"));
        all.add(Parameter.number(POLL_MILLIS, 30_000, new Text("轮询间隔(毫秒)", "Poll every, milliseconds"),
                new Text("检查新文件的间隔", "How often the directory is looked at")));
        all.add(Parameter.number(STABLE_MILLIS, 5_000, new Text("稳定时间(毫秒)", "Stable for, milliseconds"),
                new Text("两次查看之间大小和时间不变才读取；0 表示立即读取", "Taken when size and time stood still between two looks so far apart; 0: at once")));
        all.add(Parameter.number(MAX_BYTES, 200L * 1024 * 1024, new Text("最大字节数", "Largest file in bytes"),
                new Text("更大的文件移入 error 目录", "A larger file goes to the directory error")));
        all.add(Parameter.choice(AFTERWARDS, Afterwards.ARCHIVE.name(), List.of("ARCHIVE", "RENAME", "DELETE"),
                new Text("接收之后", "After it was taken in"),
                new Text("ARCHIVE 移入归档目录，RENAME 加后缀 .done，DELETE 删除",
                        "ARCHIVE moves it to the archive, RENAME appends .done, DELETE removes it")));
        all.add(Parameter.text(ARCHIVE, new Text("归档目录", "Archive directory"),
                new Text("相对于读取目录", "Below the directory that is read")).orElse("done"));
        return all;
    }

    static List<Parameter> outbound(List<Parameter> connection) {
        var all = new ArrayList<>(connection);
        all.add(Parameter.text(PERMISSIONS, new Text("文件权限", "Permissions of the file"),
                new Text("八进制，例如 640；留空则不设置", "Octal, for example 640; empty: as the server sets them")));
        return all;
    }

    static Parameter host() {
        return Parameter.text(HOST, new Text("主机", "Host"), new Text("伙伴服务器的名称或地址", "Name or address of the partner's server")).mandatory();
    }

    static Parameter port(int usual) {
        return Parameter.number(PORT, usual, new Text("端口", "Port"), new Text("通常为 " + usual, "Usually " + usual));
    }

    static Parameter user() {
        return Parameter.text(USER, new Text("用户名", "User name"), new Text("在伙伴服务器上的账号", "Our account there")).mandatory();
    }

    static Parameter password() {
        return Parameter.text(PASSWORD, new Text("密码", "Password"), new Text("账号的密码", "Of the account")).hidden();
    }

    static Parameter directory() {
        return Parameter.text(DIRECTORY, new Text("目录", "Directory"), new Text("服务器上的路径，例如 /out", "Path on the server, for example /out"))
                .orElse(".");
    }
}

package io.tradelane.adapters.folder;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import java.util.List;

/** What a channel through the folder door declares. */
final class FolderParameters implements DoorDeclaration {
    static final String DIRECTORY = "directory";
    static final String MEDIA_TYPE = "mediaType";
    static final String POLL_MILLIS = "pollMillis";
    static final String STABLE_MILLIS = "stableMillis";
    static final String MAX_BYTES = "maxBytes";

    private static final Parameter FOLDER = Parameter.folder(DIRECTORY, new Text("目录", "Folder"),
            new Text("相对于文件夹根目录的路径", "Path below the root of all folder channels")).mandatory();

    static final DoorDescription DESCRIPTION = new DoorDescription("folder", new Text("文件夹", "Folder"),
            new Text("与本机或共享目录交换文件", "Files in a local or shared folder"),
            List.of(FOLDER,
                    Parameter.text(MEDIA_TYPE, new Text("媒体类型", "Media type"), new Text("文件内容的类型", "Of the files' content"))
                            .orElse("application/EDIFACT"),
                    Parameter.number(POLL_MILLIS, 1000, new Text("轮询间隔(毫秒)", "Poll every, milliseconds"),
                            new Text("检查新文件的间隔", "How often the folder is looked at")),
                    Parameter.number(STABLE_MILLIS, 1000, new Text("稳定时间(毫秒)", "Stable for, milliseconds"),
                            new Text("文件在此时间内不再变化才被读取", "A file is taken when it did not change for so long")),
                    Parameter.number(MAX_BYTES, 200L * 1024 * 1024, new Text("最大字节数", "Largest file in bytes"),
                            new Text("更大的文件移入 error 目录", "A larger file goes to the folder error"))),
            List.of(FOLDER));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }
}

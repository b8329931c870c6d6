package io.tradelane.adapters.calling;

import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a channel declares that reads records from a REST service: where, in which pages, and by what mark it knows what is new. */
public final class PagedParameters {
    public static final String URL = "url";
    public static final String POLL_MILLIS = "pollMillis";
    public static final String MAX_BYTES = "maxBytes";
    static final String PATH = "path";
    static final String QUERY = "query";
    static final String ITEMS_PATH = "itemsPath";
    static final String ID_PATH = "idPath";
    static final String PAGING = "paging";
    static final String NEXT_PATH = "nextPath";
    static final String PAGE_PARAMETER = "pageParameter";
    static final String FIRST_PAGE = "firstPage";
    static final String SIZE_PARAMETER = "sizeParameter";
    static final String PAGE_SIZE = "pageSize";
    static final String MARKER = "marker";
    static final String MARKER_PARAMETER = "markerParameter";
    static final String MARKER_PATH = "markerPath";
    static final String MARKER_START = "markerStart";

    private PagedParameters() {}

    enum Paging {
        NONE,
        LINK,
        PAGE,
        CURSOR
    }

    enum Marker {
        NONE,
        RECORD,
        CURSOR
    }

    /** @param usual what a kind of service usually has, by name of the parameter */
    public static List<Parameter> all(Map<String, String> usual) {
        List<Parameter> own = List.of(
                url(),
                Parameter.text(PATH, new Text("路径", "Path"), new Text("接在服务地址之后，例如 /contacts", "Behind the address, for example /contacts")),
                Parameter.text(QUERY, new Text("固定查询参数", "Fixed query"), new Text("例如 status=active&type=customer", "For example status=active&type=customer")),
                Parameter.text(ITEMS_PATH, new Text("记录所在处", "Where the records are"),
                        new Text("JSON 指针，例如 /data；留空表示答复本身是数组", "JSON pointer, for example /data; empty: the answer itself is the array")),
                Parameter.text(ID_PATH, new Text("记录的标识", "Id of a record"), new Text("记录内的 JSON 指针", "JSON pointer within a record")).orElse("/id"),
                Parameter.choice(PAGING, "NONE", List.of("NONE", "LINK", "PAGE", "CURSOR"), new Text("分页方式", "Pages"),
                        new Text("LINK 跟随下一页链接；PAGE 页码；CURSOR 游标", "LINK follows a link to the next page; PAGE counts; CURSOR hands a cursor back")),
                Parameter.text(NEXT_PATH, new Text("下一页所在处", "Where the next page is"),
                        new Text("链接或游标的 JSON 指针；LINK 留空时取响应头 Link", "JSON pointer to the link or cursor; LINK without it takes the header Link")),
                Parameter.text(PAGE_PARAMETER, new Text("页码或游标参数", "Parameter of page or cursor"), new Text("查询参数名称", "Name in the query")).orElse("page"),
                Parameter.number(FIRST_PAGE, 1, new Text("首页页码", "First page"), new Text("用于 PAGE", "For PAGE")),
                Parameter.text(SIZE_PARAMETER, new Text("每页条数参数", "Parameter of the size"), new Text("查询参数名称，可留空", "Name in the query; may be empty")),
                Parameter.number(PAGE_SIZE, 100, new Text("每页条数", "Records a page"), new Text("少于此数即为最后一页", "A page with fewer is the last")),
                Parameter.choice(MARKER, "NONE", List.of("NONE", "RECORD", "CURSOR"), new Text("变更标记", "Mark of changes"),
                        new Text("RECORD 记录中的最大值；CURSOR 最后的游标", "RECORD the greatest value among the records; CURSOR the last cursor")),
                Parameter.text(MARKER_PARAMETER, new Text("标记参数", "Parameter of the mark"), new Text("查询参数名称，例如 updatedSince", "Name in the query, for example updatedSince")),
                Parameter.text(MARKER_PATH, new Text("标记所在处", "Where the mark is"), new Text("记录内的 JSON 指针，例如 /updatedAt", "JSON pointer within a record, for example /updatedAt")),
                Parameter.text(MARKER_START, new Text("起始标记", "First mark"), new Text("首次查询时使用，可留空", "For the first time; may be empty")),
                pollMillis(),
                maxBytes());
        return CallParameters.all(CallParameters.Auth.NONE, own).stream().map(p -> Optional.ofNullable(usual.get(p.name())).map(p::orElse).orElse(p)).toList();
    }

    public static Parameter url() {
        return Parameter.url(URL, new Text("服务地址", "Address of the service"), new Text("例如 https://api.partner.example/v2", "For example https://api.partner.example/v2")).mandatory();
    }

    public static Parameter pollMillis() {
        return Parameter.number(POLL_MILLIS, 60_000, new Text("轮询间隔(毫秒)", "Ask every, milliseconds"), new Text("两次查询之间的间隔", "Between two rounds"));
    }

    public static Parameter maxBytes() {
        return Parameter.number(MAX_BYTES, 20L * 1024 * 1024, new Text("最大字节数", "Largest answer in bytes"), new Text("更大的答复不被读取", "A larger one is not read"));
    }

    /** @throws IllegalArgumentException when it does not go together */
    public static void check(Settings settings) {
        CallParameters.check(settings);
        for (String pointer : List.of(ITEMS_PATH, ID_PATH, NEXT_PATH, MARKER_PATH)) {
            if (settings.find(pointer).filter(text -> !text.startsWith("/")).isPresent()) {
                throw new IllegalArgumentException(pointer + " has to be a JSON pointer, which begins with /");
            }
        }
        if (Paging.valueOf(settings.text(PAGING)) == Paging.CURSOR) {
            settings.text(NEXT_PATH);
        }
        if (Marker.valueOf(settings.text(MARKER)) != Marker.NONE) {
            settings.text(Marker.valueOf(settings.text(MARKER)) == Marker.RECORD ? MARKER_PATH : NEXT_PATH);
        }
    }
}

package io.tradelane.adapters.calling;

import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.Text;
import java.util.ArrayList;
import java.util.List;

/** What a channel declares that calls a web service: who it says it is, and which keys it shows and trusts. */
public final class CallParameters {
    public static final String AUTH = "auth";
    public static final String TOKEN = "token";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String HEADER = "header";
    static final String TOKEN_URL = "tokenUrl";
    static final String CLIENT_ID = "clientId";
    static final String CLIENT_SECRET = "clientSecret";
    static final String CLIENT_AUTH = "clientAuth";
    static final String SCOPE = "scope";
    static final String CLIENT_KEY = "clientKey";
    static final String SERVER_CERTIFICATE = "serverCertificate";

    private CallParameters() {}

    /** How a call says who it is. */
    public enum Auth {
        NONE,
        BASIC,
        BEARER,
        HEADER,
        OAUTH2
    }

    /** @param usual the way when a channel does not say; BEARER without a token is no way at all */
    public static List<Parameter> all(Auth usual, List<Parameter> own) {
        var all = new ArrayList<>(own);
        all.add(Parameter.choice(AUTH, usual.name(), List.of("NONE", "BASIC", "BEARER", "HEADER", "OAUTH2"), new Text("身份验证", "Authentication"),
                new Text("NONE 无；BASIC 用户名和密码；BEARER 令牌；HEADER 请求头中的 API 密钥；OAUTH2 客户端凭证",
                        "NONE; BASIC user and password; BEARER a token; HEADER an API key in a header; OAUTH2 client credentials")));
        all.add(Parameter.text(USER, new Text("用户名", "User name"), new Text("用于 BASIC", "For BASIC")));
        all.add(Parameter.text(PASSWORD, new Text("密码", "Password"), new Text("用于 BASIC", "For BASIC")).hidden());
        all.add(Parameter.text(TOKEN, new Text("访问令牌或 API 密钥", "Access token or API key"),
                new Text("用于 BEARER 和 HEADER", "For BEARER and HEADER")).hidden());
        all.add(Parameter.text(HEADER, new Text("请求头名称", "Name of the header"), new Text("用于 HEADER", "For HEADER")).orElse("X-API-Key"));
        all.add(Parameter.url(TOKEN_URL, new Text("令牌地址", "Address for tokens"), new Text("用于 OAUTH2", "For OAUTH2")));
        all.add(Parameter.text(CLIENT_ID, new Text("客户端标识", "Client id"), new Text("用于 OAUTH2", "For OAUTH2")));
        all.add(Parameter.text(CLIENT_SECRET, new Text("客户端密钥", "Client secret"), new Text("用于 OAUTH2", "For OAUTH2")).hidden());
        all.add(Parameter.choice(CLIENT_AUTH, "BASIC", List.of("BASIC", "FORM"), new Text("客户端验证方式", "How the client is shown"),
                new Text("BASIC 请求头，或 FORM 表单", "In the Basic header, or in the form")));
        all.add(Parameter.text(SCOPE, new Text("权限范围", "Scope"), new Text("申请令牌时的 scope，可留空", "Asked for with the token; may be empty")));
        return tls(all);
    }

    /** Only what has to do with keys. */
    public static List<Parameter> tls(List<Parameter> own) {
        var all = new ArrayList<>(own);
        all.add(Parameter.lines(CLIENT_KEY, new Text("客户端私钥和证书", "Client key and certificate"),
                new Text("PEM，用于双向 TLS：先 PKCS #8 私钥，再证书", "PEM, for mutual TLS: the PKCS #8 key, then its certificates")).hidden());
        all.add(Parameter.lines(SERVER_CERTIFICATE, new Text("受信任的服务器证书", "Trusted server certificate"),
                new Text("PEM；留空则信任 Java 所信任的机构", "PEM; empty: whom Java trusts")));
        return all;
    }

    static Auth auth(Settings settings) {
        return Auth.valueOf(settings.text(AUTH));
    }

    /** Says what is missing for the way that was chosen. @throws IllegalArgumentException with the name of the parameter */
    public static void check(Settings settings) {
        switch (auth(settings)) {
            case BASIC -> settings.text(USER);
            case HEADER -> {
                settings.text(TOKEN);
                if (!settings.text(HEADER).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
                    throw new IllegalArgumentException("The name of the header is none");
                }
            }
            case OAUTH2 -> {
                settings.text(TOKEN_URL);
                settings.text(CLIENT_ID);
            }
            case NONE, BEARER -> {
                // Nothing has to be there.
            }
        }
        TlsContexts.of(settings);
    }
}

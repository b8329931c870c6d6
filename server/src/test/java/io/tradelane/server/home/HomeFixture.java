package io.tradelane.server.home;

public final class HomeFixture {

    private HomeFixture() {}

    public static GeneratedSecrets secrets(Home home) {
        return new GeneratedSecrets(home, new ConfigurationCipher(InstallationKey.of("", home.file("key"))));
    }
}

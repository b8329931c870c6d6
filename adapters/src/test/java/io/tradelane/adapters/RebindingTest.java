package io.tradelane.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebindingTest {
    @TempDir
    Path folder;

    @Test
    void aConnectionGoesToTheAddressThatWasCheckedWhateverTheNameMeansByThen() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InetAddressResolverProvider.class.getName()), Rebinding.class.getName());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"), "-Dsun.net.inetaddr.ttl=0", Rebinding.class.getName()).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told.lines().filter(line -> line.matches("(HTTP|socket|refused|not).*"))).as(told)
                .containsExactly("HTTP 127.0.0.1", "socket 127.0.0.1", "refused");
    }
}

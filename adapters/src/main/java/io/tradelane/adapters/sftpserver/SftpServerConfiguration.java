package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.DeliveryReports;
import io.tradelane.adapters.Intake;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Transmitter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SftpServerSettings.class)
class SftpServerConfiguration {

    @Bean
    Downloads sftpDownloads(SftpServerSettings settings, RunningChannels running, DeliveryReports reports) {
        return new Downloads(settings, running, reports);
    }

    @Bean
    SftpServer sftpServer(SftpServerSettings settings, Accounts accounts, Downloads downloads, Intake intake, Transmitter transmitter) {
        return new SftpServer(settings, accounts, new Uploads(settings, accounts, intake, transmitter), downloads);
    }
}

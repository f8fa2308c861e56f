package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * As {@code install.md} sets it up: the proxy stands on this machine and adds who called it at the end of {@code X-Forwarded-For}. What the
 * caller wrote before that is not believed, wherever the caller sits.
 */
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class ProxiedAddressTest extends AskedFromSomewhere {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5,            203.0.113.5",
        "'8.8.8.8, 203.0.113.5', 203.0.113.5",
        "'8.8.8.8, 192.168.1.5', 192.168.1.5",
        "'8.8.8.8, 10.2.3.4',    10.2.3.4",
        "'8.8.8.8, 172.16.0.9',  172.16.0.9",
        "'8.8.8.8, 169.254.1.1', 169.254.1.1",
        "'8.8.8.8, 100.64.0.3',  100.64.0.3",
        "'8.8.8.8, fd12::3',     fd12::3",
    })
    void only_what_the_proxy_added_counts(String header, String counted) throws Exception {
        assertThat(countedAs("X-Forwarded-For", header)).isEqualTo(counted);
    }
}

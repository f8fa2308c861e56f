package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody chooses the address by which guesses are counted: without a proxy no header is believed. */
class ForwardedAddressTest extends AskedFromSomewhere {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Real-IP",
                "Forwarded",
                "X-Client-IP",
                "True-Client-IP",
                "X-Cluster-Client-IP"
            })
    void no_header_is_believed(String name) throws Exception {
        assertThat(countedAs(name, name.equals("Forwarded") ? "for=8.8.8.8" : "8.8.8.8"))
                .isEqualTo(LOOPBACK);
    }
}

package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.IntegrationTest;

/** A real server, asked with headers that tell from where one asks. */
@IntegrationTest
@Tag("once")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "lantoa.api.basic=true"})
abstract class AskedFromSomewhere {

    static final String LOOPBACK = "127.0.0.1";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** The address under which a wrong password sent with this header was counted. */
    String countedAs(String header, String value) throws Exception {
        var name = "ai-do-" + UUID.randomUUID();
        var basic = Base64.getEncoder().encodeToString((name + ":sai").getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + LOOPBACK + ":" + port + "/api/v1/me"))
                                .header("Authorization", "Basic " + basic)
                                .header(header, value)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(401);
        var addresses = new ArrayList<String>(
                jdbc.sql("select address from signin_failure where account = ? and address <> 'any:'")
                        .param(name)
                        .query(String.class)
                        .list());
        assertThat(addresses).hasSize(1);
        return addresses.get(0);
    }
}

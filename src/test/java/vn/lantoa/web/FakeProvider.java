package vn.lantoa.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sign-in service of the tests' own: real HTTP on the loopback, real signatures, and lies on demand. */
class FakeProvider {

    /** What may be wrong about the answer. */
    enum Lie {
        NONE,
        SIGNED_BY_ANOTHER,
        FOR_ANOTHER_CLIENT,
        OTHER_NONCE,
        OVER,
        OTHER_ISSUER
    }

    static final String CLIENT = "lantoa-test";
    static final String SECRET = "a-secret-of-the-tests";

    private record Grant(String subject, Map<String, String> asked, Lie lie) {}

    private final HttpServer server;
    private final RSAKey key = key("one");
    private final RSAKey other = key("one");
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the person's browser would come back with after signing in over there. */
    String signIn(String address, String subject, Lie lie) {
        var code = "code-" + grants.size();
        grants.put(code, new Grant(subject, query(URI.create(address).getRawQuery()), lie));
        return code;
    }

    static Map<String, String> query(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var grant = grants.remove(form.getOrDefault("code", ""));
        var basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var right = grant != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "S256".equals(grant.asked().get("code_challenge_method"))
                && hash(form.getOrDefault("code_verifier", ""))
                        .equals(grant.asked().get("code_challenge"))
                && form.get("redirect_uri").equals(grant.asked().get("redirect_uri"));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken(grant)
                        + "\"}");
    }

    private String idToken(Grant grant) {
        var now = System.currentTimeMillis();
        var over = grant.lie() == Lie.OVER ? 3_600_000 : 0;
        var claims = new JWTClaimsSet.Builder()
                .issuer(grant.lie() == Lie.OTHER_ISSUER ? "http://127.0.0.1:1" : issuer())
                .subject(grant.subject())
                .audience(grant.lie() == Lie.FOR_ANOTHER_CLIENT ? "somebody-else" : CLIENT)
                .issueTime(new Date(now - over))
                .expirationTime(new Date(now + 60_000 - over))
                .claim(
                        "nonce",
                        grant.lie() == Lie.OTHER_NONCE ? "stale" : grant.asked().get("nonce"))
                .claim("roles", List.of("quantri", "ADMIN"))
                .claim("email", "quantri1@lantoa.vn")
                .claim("preferred_username", "quantri1")
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            token.sign(new RSASSASigner(grant.lie() == Lie.SIGNED_BY_ANOTHER ? other : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "userinfo_endpoint":"%1$s/me","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"]}"""
                .formatted(issuer());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

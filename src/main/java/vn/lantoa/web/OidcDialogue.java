package vn.lantoa.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Secrets;

/**
 * What is said to the foreign sign-in service: where the person is sent, and the exchange of the code that comes back. Spring Security
 * checks state, nonce, signature, issuer and audience; of the answer only the subject is used.
 */
@Component
@ConditionalOnProperty("lantoa.oidc.issuer")
class OidcDialogue {

    /**
     * What the browser must bring back, kept in its cookie and nowhere else.
     *
     * @param linking whether a signed-in person asks for a link, rather than a stranger to be let in
     * @param next where to go on afterwards, empty for the front page
     */
    record Begun(String state, String nonce, String verifier, boolean linking, String next) {

        String written() {
            var text = String.join("\n", state, nonce, verifier, linking ? "link" : "enter", next);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Begun> read(String cookie) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split("\n", -1);
                return parts.length == 5
                        ? Optional.of(new Begun(parts[0], parts[1], parts[2], parts[3].equals("link"), parts[4]))
                        : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    private final OidcSettings settings;
    private final OidcAuthorizationCodeAuthenticationProvider provider;
    private volatile ClientRegistration discovered;

    OidcDialogue(OidcSettings settings) {
        this.settings = settings;
        this.provider = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                asked -> new DefaultOidcUser(java.util.List.of(), asked.getIdToken()));
    }

    static Begun begin(boolean linking, String next) {
        return new Begun(Secrets.random(), Secrets.random(), Secrets.random(), linking, next);
    }

    /** The address to which the person is sent. */
    String address(Begun begun, String callback) {
        return request(begun, callback).getAuthorizationRequestUri();
    }

    /**
     * The subject that the service vouches for.
     *
     * @throws org.springframework.security.core.AuthenticationException when anything about the answer is wrong
     */
    String subject(Begun begun, String callback, String code, String state) {
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(callback)
                .state(state)
                .build();
        var exchange = new OAuth2AuthorizationExchange(request(begun, callback), answer);
        var who = (OAuth2LoginAuthenticationToken)
                provider.authenticate(new OAuth2LoginAuthenticationToken(registration(), exchange));
        return who.getPrincipal().getName();
    }

    private OAuth2AuthorizationRequest request(Begun begun, String callback) {
        var registration = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(callback)
                .scopes(registration.getScopes())
                .state(begun.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE, begun.nonce(), PkceParameterNames.CODE_VERIFIER, begun.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        hash(begun.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        hash(begun.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    /** Asked for at the first sign-in and not at the start: the house must open while the service is down. */
    private ClientRegistration registration() {
        if (discovered == null) {
            discovered = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                    .registrationId("oidc")
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .clientAuthenticationMethod(
                            settings.clientSecret().isEmpty()
                                    ? ClientAuthenticationMethod.NONE
                                    : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .userInfoUri(null)
                    .userNameAttributeName("sub")
                    .scope("openid")
                    .build();
        }
        return discovered;
    }

    private static String hash(String text) {
        try {
            var digest =
                    java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

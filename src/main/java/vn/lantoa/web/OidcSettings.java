package vn.lantoa.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The foreign sign-in service, when one is set: {@code lantoa.oidc.issuer}, {@code client-id}, {@code client-secret} and {@code name}. */
@Component
class OidcSettings {

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;

    OidcSettings(
            @Value("${lantoa.oidc.issuer:}") String issuer,
            @Value("${lantoa.oidc.client-id:}") String clientId,
            @Value("${lantoa.oidc.client-secret:}") String clientSecret,
            @Value("${lantoa.oidc.name:OpenID Connect}") String name) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret;
        this.name = name;
        if (!this.issuer.isEmpty() && this.clientId.isEmpty()) {
            throw new IllegalStateException("lantoa.oidc.issuer is set, but not lantoa.oidc.client-id");
        }
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** What the button says after "Đăng nhập bằng". */
    String name() {
        return name;
    }
}

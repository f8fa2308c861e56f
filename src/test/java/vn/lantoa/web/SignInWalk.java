package vn.lantoa.web;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.lantoa.testing.IntegrationTest;

/** The house with every way of signing in open: the interface by password, and a foreign service. One context for all who extend it. */
@IntegrationTest
@TestPropertySource(properties = "lantoa.api.basic=true")
abstract class SignInWalk {

    static final FakeProvider PROVIDER = new FakeProvider();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("lantoa.oidc.issuer", PROVIDER::issuer);
        registry.add("lantoa.oidc.client-id", () -> FakeProvider.CLIENT);
        registry.add("lantoa.oidc.client-secret", () -> FakeProvider.SECRET);
        registry.add("lantoa.oidc.name", () -> "tài khoản cơ quan");
    }
}

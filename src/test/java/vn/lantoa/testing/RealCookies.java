package vn.lantoa.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * An {@link IntegrationTest} whose browsers are {@link CookieJar}s. It has a context of its own: Spring's {@code csrf()} puts a store of
 * tokens into a context that takes the place of ours for whoever comes after, so that nobody may use it here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@TestPropertySource(properties = "lantoa.test.cookies=real")
public @interface RealCookies {}

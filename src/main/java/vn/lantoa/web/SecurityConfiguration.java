package vn.lantoa.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.NotAllowed;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Right;

/** Three ways in: programs ({@code /api}), operators ({@code /actuator}, {@code /v3}), and people with a browser. All deny by default. */
@Configuration
class SecurityConfiguration {

    private final SessionCookie sessionCookie;
    private final ApiSignIn apiSignIn;
    private final CurrentAccount currentAccount;
    private final SignIn signIn;
    private final SignInPages pages;
    private final ContentPolicy contentPolicy;

    SecurityConfiguration(
            SessionCookie sessionCookie,
            ApiSignIn apiSignIn,
            CurrentAccount currentAccount,
            SignIn signIn,
            SignInPages pages,
            ContentPolicy contentPolicy) {
        this.sessionCookie = sessionCookie;
        this.apiSignIn = apiSignIn;
        this.currentAccount = currentAccount;
        this.signIn = signIn;
        this.pages = pages;
        this.contentPolicy = contentPolicy;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        common(http).securityMatcher("/api/**").csrf(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new SameSiteOnly(), AuthorizationFilter.class);
        http.addFilterAfter(apiSignIn, SameSiteOnly.class);
        http.addFilterAfter(currentAccount, ApiSignIn.class);
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain operators(HttpSecurity http, People people, Access access) throws Exception {
        common(http).securityMatcher("/actuator/**", "/v3/**").csrf(AbstractHttpConfigurer::disable);
        http.securityContext(context -> context.securityContextRepository(sessionCookie));
        http.addFilterBefore(apiSignIn, AuthorizationFilter.class);
        http.addFilterAfter(currentAccount, ApiSignIn.class);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/v3/**")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/actuator/**")
                .access(operating(people, access))
                .anyRequest()
                .denyAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(HttpSecurity http) throws Exception {
        common(http).authenticationManager(new ProviderManager(signIn));
        http.securityContext(context -> context.securityContextRepository(sessionCookie));
        http.csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie()));
        http.addFilterBefore(new SameSiteOnly(), org.springframework.security.web.csrf.CsrfFilter.class);
        http.addFilterBefore(currentAccount, AuthorizationFilter.class);
        http.formLogin(
                form -> form.loginPage("/login").successHandler(pages::goOn).failureHandler(pages::refuse));
        http.logout(logout -> logout.logoutSuccessUrl("/login?out"));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(PageRoutes.ASSETS)
                .permitAll()
                .requestMatchers(
                        "/login", "/login/oidc/**", "/activation/**", "/error", "/demo", "/calendar/*", "/verify/**")
                .permitAll()
                .anyRequest()
                .authenticated());
        return http.build();
    }

    /** Addresses are matched by themselves: otherwise each pattern looked the address up in the table of all routes, before each request. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean addressesByThemselves() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** The filters above stand in the chains only, not once more before every request. */
    @Bean
    FilterRegistrationBean<ApiSignIn> apiSignInInChainsOnly() {
        return chainOnly(apiSignIn);
    }

    @Bean
    FilterRegistrationBean<CurrentAccount> currentAccountInChainsOnly() {
        return chainOnly(currentAccount);
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(pages::askWho).accessDeniedHandler(pages::forbid));
        http.headers(headers -> headers.addHeaderWriter(contentPolicy)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .httpStrictTransportSecurity(
                        tls -> tls.maxAgeInSeconds(31_536_000).includeSubDomains(false)));
        return http;
    }

    private static AuthorizationManager<RequestAuthorizationContext> operating(People people, Access access) {
        return (authentication, context) ->
                new AuthorizationDecision(people.actor(authentication.get().getName())
                        .filter(actor -> {
                            try {
                                access.require(actor, Right.OPERATE);
                                return true;
                            } catch (NotAllowed e) {
                                return false;
                            }
                        })
                        .isPresent());
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> chainOnly(T filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}

package vn.lantoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Practices;

/** Gives controllers the person who asks, with today's posts, read once for each request. */
@Component
class CurrentActor implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = CurrentActor.class.getName();

    private final People people;
    private final Practices practices;

    CurrentActor(People people, Practices practices) {
        this.people = people;
        this.practices = practices;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    Optional<Actor> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Actor known) {
            return Optional.of(known);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        var actor = people.actor(authentication.getName()).map(real -> practising(request, real));
        actor.ifPresent(one -> request.setAttribute(ATTRIBUTE, one));
        return actor;
    }

    /** Whether the choice is for a practice that the signed-in person has open. */
    boolean practises(PracticeCookie.Choice choice) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && people.findByUsername(authentication.getName())
                        .flatMap(person -> practices.of(person.id()))
                        .filter(open -> open.id() == choice.practice())
                        .isPresent();
    }

    /** As whom the person practises in this browser, on pages that belong to a practice. */
    private Actor practising(HttpServletRequest request, Actor real) {
        return PracticeCookie.appliesTo(request.getRequestURI())
                ? PracticeCookie.of(request)
                        .flatMap(choice -> practices.actor(real.id(), choice.practice(), choice.role()))
                        .orElse(real)
                : real;
    }
}

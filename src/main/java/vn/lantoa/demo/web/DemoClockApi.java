package vn.lantoa.demo.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.demo.DemoClock;
import vn.lantoa.demo.DemoClock.Outcome;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.OpenToSignedIn;
import vn.lantoa.organization.Requires;
import vn.lantoa.organization.Right;

/** The demo's clock for programs. */
@RestController
@Profile("demo")
class DemoClockApi {

    record Now(OffsetDateTime now) {

        static Now of(Instant instant) {
            return new Now(instant.truncatedTo(ChronoUnit.MILLIS)
                    .atZone(VietnamTime.ZONE)
                    .toOffsetDateTime());
        }
    }

    private final DemoClock clock;
    private final MessageSource messages;

    DemoClockApi(DemoClock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    @OpenToSignedIn
    @GetMapping("/api/v1/demo/clock")
    Now now() {
        return Now.of(clock.now());
    }

    @Requires(value = Right.OPERATE, sight = Right.OPERATE)
    @PutMapping("/api/v1/demo/clock")
    Now move(Actor actor, @RequestBody Now target, Locale locale) {
        if (target.now() == null) {
            throw problem(HttpStatus.UNPROCESSABLE_ENTITY, "demo.clock.missing", locale);
        }
        var outcome = clock.moveTo(target.now().toInstant(), actor);
        if (outcome instanceof Outcome.Past) {
            throw problem(HttpStatus.CONFLICT, "demo.clock.past", locale);
        }
        if (outcome instanceof Outcome.TooFar) {
            throw problem(HttpStatus.UNPROCESSABLE_ENTITY, "demo.clock.too-far", locale);
        }
        return Now.of(clock.now());
    }

    private ErrorResponseException problem(HttpStatus status, String key, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, null, locale));
        return new ErrorResponseException(status, problem, null);
    }
}

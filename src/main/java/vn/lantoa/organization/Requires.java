package vn.lantoa.organization;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which right a route asks for, so that the test of the route table can prove it. It enforces nothing: the use case does, through
 * {@link Access}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The right without which the answer is 403. */
    Right value();

    /** The right without which the thing does not exist for the person: 404. */
    Right sight() default Right.SEE_UNIT;

    /** What {@code {id}} names, whose unit decides: {@code unit}, {@code report}, {@code task}, {@code dossier}, {@code person}; {@code none} asks no unit. */
    String of() default "none";
}

package vn.lantoa.operations;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * One thing that is watched: what was read of it, and the verdict.
 *
 * @param facts empty when it could not be read
 */
public record Block<T>(String code, Verdict verdict, Optional<T> facts) {

    private static final Logger log = LoggerFactory.getLogger(Block.class);

    /** Reads and judges; what cannot be read says so and takes nothing else with it. */
    static <T> Block<T> read(String code, Supplier<T> reader, Function<T, Verdict> judge) {
        try {
            var facts = reader.get();
            return new Block<>(code, judge.apply(facts), Optional.of(facts));
        } catch (RuntimeException e) {
            log.warn(
                    "{} cannot be read: {}",
                    code,
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return new Block<>(code, Verdict.unknown(), Optional.empty());
        }
    }
}

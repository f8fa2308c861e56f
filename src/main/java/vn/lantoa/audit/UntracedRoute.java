package vn.lantoa.audit;

/**
 * A route whose requests leave nothing behind that tells what they said, not even a digest: a bean of this kind keeps it out of what is
 * remembered of requests. A digest of one of three answers beside a person's name is that answer.
 *
 * @param pattern of the address, such as {@code /api/v1/council-sessions/*}{@code /votes}
 */
public record UntracedRoute(String pattern) {}

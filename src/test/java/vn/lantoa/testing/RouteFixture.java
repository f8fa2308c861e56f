package vn.lantoa.testing;

import java.util.Map;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.UnitId;

/**
 * Makes objects of one kind ({@code @Requires(of = …)}) for the test of the route table. One bean ({@code @Component} in src/test) per kind;
 * a route whose kind has none fails that test.
 */
public interface RouteFixture {

    /** The kind, as in {@code @Requires(of = "report")}. */
    String of();

    /**
     * Makes an object that belongs to a unit.
     *
     * @return the values of the path variables of any route of this kind, {@code id} at least
     */
    Map<String, String> make(Branch branch, UnitId unit);

    /** Fills what a route needs beside its path so that only rights can refuse it: parameters or a body. Nothing by default. */
    default void fill(String method, String route, MockHttpServletRequestBuilder request) {}
}

package vn.lantoa.testing;

import java.util.Map;
import java.util.Set;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/**
 * Makes objects of one kind ({@code @Requires(of = …)}) for the test of the route table. One bean in src/test per kind, or several where
 * the object's state decides who may act (a task of the officer, of the leader, of the superior); a route whose kind has none fails.
 */
public interface RouteFixture {

    /** The kind, as in {@code @Requires(of = "report")}. */
    String of();

    /**
     * Makes an object that belongs to a unit. Called anew after each act that was let through.
     *
     * @return the values of the path variables of any route of this kind, {@code id} at least
     */
    Map<String, String> make(Branch branch, UnitId unit);

    /** Fills what a route needs beside its path so that only rights can refuse it: parameters or a body. Nothing by default. */
    default void fill(Route route, Map<String, String> object, MockHttpServletRequestBuilder request) {}

    /** The posts to which a right is given on an object of this kind, where the object narrows them. */
    default Set<Post> posts(Right right) {
        return right.posts();
    }
}

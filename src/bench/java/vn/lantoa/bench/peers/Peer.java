package vn.lantoa.bench.peers;

import java.util.List;

/** Another engine as it comes, with its own task service. */
interface Peer extends AutoCloseable {

    /** One call and one transaction: a case of this number on this desk. */
    void start(int number, String desk);

    /** The ids of the 25 most pressing tasks on a desk. */
    List<String> page(String desk);

    /** The officer hands in. */
    void complete(String task);

    @Override
    void close();
}

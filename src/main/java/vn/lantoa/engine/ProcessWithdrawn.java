package vn.lantoa.engine;

/** The process was taken out of service: no new case of it starts until it is put back. Answered as 409. */
public class ProcessWithdrawn extends RuntimeException {

    ProcessWithdrawn(String process, Throwable cause) {
        super("process " + process + " is withdrawn", cause);
    }
}

package vn.lantoa.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Under which address people reach this installation: what links in mails and in calendars begin with. */
@Component
public class OwnAddress {

    private final String address;

    OwnAddress(@Value("${lantoa.address:}") String address, @Value("${server.port:8080}") int port) {
        this.address =
                address.isBlank() ? "http://127.0.0.1:" + port : address.strip().replaceAll("/+$", "");
    }

    /** The full address of one of our paths. */
    public String of(String path) {
        return address + path;
    }
}

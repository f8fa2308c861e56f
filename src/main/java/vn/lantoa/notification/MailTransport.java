package vn.lantoa.notification;

/** The way out of the house for mail: an SMTP server, or the demo's tray. */
public interface MailTransport {

    /** One mail to one address; {@code messageId} is the same each time it is tried. */
    record Letter(String messageId, String address, String subject, String body) {}

    /** The server does not want this one, today or ever. */
    class Refused extends Exception {

        public Refused(String reason) {
            super(reason);
        }
    }

    /** Not now: the server is away, busy or does not know us; the reason is for the administrator. */
    class Unavailable extends Exception {

        public Unavailable(String reason) {
            super(reason);
        }
    }

    /** Hands it over; what returns normally is the server's to deliver. */
    void send(Letter letter) throws Refused, Unavailable;

    /** Where mail goes, in words for the administrator. */
    String where();
}

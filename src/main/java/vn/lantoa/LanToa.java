package vn.lantoa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.lantoa.calendar.VietnamTime;

/** Lan Tỏa: reports, commendations and models of the trade unions' movement for security and order. */
@SpringBootApplication
@Modulithic(systemName = "Lan Tỏa")
@EnableScheduling
public class LanToa {

    /**
     * Starts the application.
     *
     * @throws IllegalStateException when the machine was told another time zone than Vietnam's: the engine stores due dates
     *     without one and freezes the zone when its classes load
     */
    public static void main(String[] args) {
        VietnamTime.insist();
        SpringApplication.run(LanToa.class, args);
    }
}

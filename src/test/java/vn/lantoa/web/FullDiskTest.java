package vn.lantoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionSystemException;

class FullDiskTest {

    @Test
    void no_room_left_is_said_as_such_on_both_databases() {
        var h2 = new DataAccessResourceFailureException(
                "write", new SQLException("IO Exception", "90028", new IOException("No space left on device")));
        var postgresql = new TransactionSystemException("commit", new SQLException("could not extend file", "53100"));
        assertThat(Problems.statusOf(h2)).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
        assertThat(Problems.statusOf(postgresql)).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE);
    }

    @Test
    void other_failures_are_not_blamed_on_the_disk() {
        assertThat(FullDisk.causes(new IllegalStateException("x", new IOException())))
                .isFalse();
        assertThat(FullDisk.causes(new SQLException("deadlock", "40001"))).isFalse();
    }
}

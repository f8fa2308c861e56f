package vn.lantoa.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How large the database is, and how busy this node's connections to it are. */
@Component
class DatabaseLoad {

    private final JdbcClient jdbc;
    private final DataSource source;

    DatabaseLoad(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    DatabaseUse now() {
        var product = product();
        try {
            var pool = source.unwrap(HikariDataSource.class);
            var figures = pool.getHikariPoolMXBean();
            return new DatabaseUse(
                    product,
                    size(product),
                    figures.getActiveConnections(),
                    pool.getMaximumPoolSize(),
                    figures.getThreadsAwaitingConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("no pool of connections", e);
        }
    }

    boolean isPostgres() {
        return product().startsWith("PostgreSQL");
    }

    /** The file of H2; empty where the database lies in memory or is another one. */
    Optional<Path> file() {
        return isPostgres()
                ? Optional.empty()
                : jdbc.sql("select database_path()")
                        .query((row, n) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .map(path -> Path.of(path + ".mv.db"));
    }

    private String product() {
        try {
            return JdbcUtils.extractDatabaseMetaData(
                    source, data -> data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<DataSize> size(String product) {
        return product.startsWith("PostgreSQL")
                ? Optional.of(DataSize.ofBytes(jdbc.sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single()))
                : file().map(DatabaseLoad::sizeOf);
    }

    private static DataSize sizeOf(Path file) {
        try {
            return DataSize.ofBytes(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

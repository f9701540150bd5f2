package org.deepdive.server.share;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.deepdive.study.InputException;
import org.deepdive.study.Quote;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.Driver;

/**
 * Where saved links are kept.
 *
 * @param url the JDBC address, with what it takes to be let in
 * @param file the file; absent for a database server
 */
record LinkDatabase(String url, Optional<Path> file) {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    /** As long as a writer of the file may keep others waiting. */
    private static final long FILE_MILLISECONDS = 5_000;

    /** A reader is told within a second that the database is away. */
    private static final long SERVER_MILLISECONDS = 800;

    private static final long ALIVE_MILLISECONDS = 400;
    private static final int SQLITE_CONNECTIONS = 4;
    private static final int POSTGRESQL_CONNECTIONS = 8;

    /**
     * How a SQLite file is written. A save is acknowledged once it is on the disk, with the directory's entry of the
     * journal's removal (extra), so that neither a killed process nor a lost power supply takes it back. The journal is a
     * rollback journal and not a log of what is yet to be written, so that at rest the one file holds everything.
     */
    private static final Map<String, String> SQLITE_SETTINGS = Map.of(
            "journal_mode", "DELETE", "synchronous", "EXTRA", "busy_timeout", "10000", "transaction_mode", "IMMEDIATE");

    private static final int MIGRATION_ATTEMPTS = 5;
    private static final Duration MIGRATION_PAUSE = Duration.ofMillis(200);

    /**
     * Reads where links are to be kept.
     *
     * @param where a JDBC address of SQLite or PostgreSQL, or the path of a file
     * @throws InputException for an address of anything else
     */
    static LinkDatabase of(String where) {
        if (where.startsWith(SQLITE)) {
            return ofFile(where.substring(SQLITE.length()));
        }
        if (where.startsWith(POSTGRESQL)) {
            return ofServer(where);
        }
        if (where.startsWith("postgresql:") || where.startsWith("postgres:")) {
            return ofServer(POSTGRESQL + where.substring(where.indexOf(':') + 1));
        }
        if (where.startsWith("jdbc:") || where.isBlank()) {
            throw nowhere();
        }
        return ofFile(where);
    }

    private static LinkDatabase ofServer(String url) {
        if (!new Driver().acceptsURL(url)) {
            throw nowhere();
        }
        return new LinkDatabase(url, Optional.empty());
    }

    /** The address is not repeated: it may hold a password. */
    private static InputException nowhere() {
        return InputException.of(
                "links",
                "Saved links cannot be kept there.",
                "",
                "Name a file, jdbc:sqlite:FILE, or jdbc:postgresql://HOST/DATABASE?user=NAME&password=WORD.");
    }

    private static LinkDatabase ofFile(String path) {
        if (path.isBlank() || path.contains("?") || path.startsWith(":")) {
            throw InputException.of(
                    "links",
                    "\"" + path + "\" is not the path of a file.",
                    path,
                    "Name a file without a question mark.");
        }
        Path file = Path.of(path).toAbsolutePath();
        return new LinkDatabase(SQLITE + file, Optional.of(file));
    }

    /** Where it is, as it may be told: without what it takes to be let in. */
    String told() {
        String address = url.startsWith(POSTGRESQL) ? url.substring("jdbc:".length()) : url.substring(SQLITE.length());
        int parameters = address.indexOf('?');
        return Quote.harmless(parameters < 0 ? address : address.substring(0, parameters))
                .replaceFirst("//[^/@]*@", "//");
    }

    /** Opens it, in its present shape; a file that is not there yet is made. */
    HikariDataSource opened() {
        file.ifPresent(LinkDatabase::makeFolder);
        HikariConfig config = new HikariConfig();
        config.setPoolName("links");
        config.setJdbcUrl(url);
        config.setConnectionTimeout(file.isPresent() ? FILE_MILLISECONDS : SERVER_MILLISECONDS);
        config.setValidationTimeout(ALIVE_MILLISECONDS);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(file.isPresent() ? SQLITE_CONNECTIONS : POSTGRESQL_CONNECTIONS);
        if (file.isPresent()) {
            SQLITE_SETTINGS.forEach(config::addDataSourceProperty);
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            migrate(pool);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Brings the tables to their present shape. Servers that start together wait for one another at the database's lock.
     *
     * @throws LinkException where they have a later shape than this program knows
     */
    private void migrate(HikariDataSource pool) {
        Flyway flyway = Flyway.configure(LinkDatabase.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:org/deepdive/server/share/migrations")
                .table("deepdive_link_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new LinkException(
                        LinkException.Reason.NEWER,
                        "The saved links at " + told() + " were changed by a newer version of this program, to version "
                                + applied.getVersion() + " of their tables.",
                        "Run that version, or keep links elsewhere; nothing was changed.");
            }
        }
        migrateAmongOthers(flyway);
    }

    /**
     * Between the making of the table of versions and its first row another server that starts may find it empty, which
     * Flyway takes for an error; a moment later it is none.
     */
    private static void migrateAmongOthers(Flyway flyway) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == MIGRATION_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(MIGRATION_PAUSE.toNanos());
            }
        }
    }

    /** Makes the folder of the file, for its user alone where the file system can say so. */
    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw InputException.of(
                    "links",
                    "The folder of the saved links, " + file.getParent() + ", cannot be made.",
                    file,
                    "Make it, or name another file with --links.");
        }
    }
}

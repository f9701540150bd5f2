package org.deepdive.server.share;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepdive.analysis.Fingerprint;
import org.deepdive.study.DataLabel;
import org.deepdive.study.InputException;
import org.flywaydb.core.api.FlywayException;

/**
 * Keeps saved links in a SQLite file or a PostgreSQL database. Safe for use by several threads, and by several servers on
 * one database.
 *
 * <p>It opens the database when it is first used. Once {@link #insert} returns, the link is on the disk and survives a
 * killed process. A database that does not answer is told as {@link LinkException.Reason#UNAVAILABLE} and tried again at the
 * next use.
 */
public final class LinkStore implements AutoCloseable {

    private static final String COLUMNS = "id, path, labels, title, note, created, expires, revoked, locked, owner,"
            + " data_hash, rules_hash, code_hash, edited";
    private static final String INSERT = "insert into deepdive_link (" + COLUMNS
            + ", frozen_hash, frozen) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing";

    private final LinkDatabase database;
    private HikariDataSource pool;
    private boolean closed;

    /**
     * A link with its frozen plot as they are kept.
     *
     * @param link what is known of it
     * @param frozen the plot as JSON; see {@link FrozenText}
     */
    record Kept(SavedLink link, FrozenText frozen) {}

    private LinkStore(LinkDatabase database) {
        this.database = database;
    }

    /**
     * A store that opens its database when it is first used.
     *
     * @param where {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://HOST/DATABASE?user=NAME&password=WORD}, or the path of
     *     a SQLite file
     * @throws InputException where it is an address of neither
     */
    public static LinkStore open(String where) {
        return new LinkStore(LinkDatabase.of(where));
    }

    /**
     * The file that links are kept in when nothing is said: {@code deepdive/links.db} below {@code XDG_DATA_HOME}, else below
     * {@code .local/share} of the user's home.
     *
     * @param environment the environment variables
     */
    public static Path usual(Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return folder.resolve("deepdive").resolve("links.db");
    }

    /** Where it is, as it may be told: without a password. */
    public String told() {
        return database.told();
    }

    /** Whether there is something to open already: a file, or a database server. */
    public boolean isThere() {
        return database.file().map(Files::exists).orElse(true);
    }

    /** What one statement, or several that belong together, do on a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private synchronized HikariDataSource pool() {
        if (closed) {
            throw LinkException.unavailable(null);
        }
        if (pool == null) {
            pool = database.opened();
        }
        return pool;
    }

    private <T> T read(Work<T> work) {
        try (Connection connection = connected()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw LinkException.unavailable(e);
        }
    }

    private Connection connected() throws SQLException {
        try {
            return pool().getConnection();
        } catch (FlywayException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw LinkException.unavailable(e);
        }
    }

    /** All of the work, or nothing of it. */
    private <T> T write(Work<T> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        });
    }

    /** Opens the database now, and not at its first use. */
    void prepare() {
        read(connection -> connection.isValid(1));
    }

    /** Keeps a link; false where its id is taken already. */
    boolean insert(SavedLink link, FrozenText frozen) {
        return write(connection -> insert(connection, new Kept(link, frozen)));
    }

    private static boolean insert(Connection connection, Kept kept) throws SQLException {
        SavedLink link = kept.link();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, link.id());
            statement.setString(2, link.path());
            statement.setString(3, labels(link));
            statement.setString(4, link.terms().title());
            statement.setString(5, link.terms().note());
            statement.setLong(6, link.created().toEpochMilli());
            setTime(statement, 7, link.terms().expires());
            setTime(statement, 8, link.revoked());
            statement.setInt(9, link.terms().locked() ? 1 : 0);
            statement.setString(10, link.owner());
            statement.setString(11, link.fingerprint().data());
            statement.setString(12, link.fingerprint().rules());
            statement.setString(13, link.fingerprint().code());
            setTime(statement, 14, link.edited());
            statement.setString(15, kept.frozen().hash());
            statement.setString(16, kept.frozen().json());
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Keeps links from elsewhere: all of them or, where one has the id of another link, none.
     *
     * @param clash told the number of the first link whose id has another content here, and that id
     * @return how many were not there already
     */
    int insertAll(List<Kept> links, BiConsumer<Integer, String> clash) {
        return write(connection -> {
            int added = 0;
            for (int i = 0; i < links.size(); i++) {
                Kept kept = links.get(i);
                if (insert(connection, kept)) {
                    added++;
                } else if (!find(connection, kept.link().id()).orElseThrow().equals(kept)) {
                    clash.accept(i, kept.link().id());
                }
            }
            return added;
        });
    }

    /** A link with its frozen plot; absent where there is none of that id. */
    Optional<Kept> find(String id) {
        return read(connection -> find(connection, id));
    }

    private static Optional<Kept> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + ", frozen_hash, frozen from deepdive_link where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
        }
    }

    /** What is known of a link; absent where there is none of that id. */
    Optional<SavedLink> link(String id) {
        return links("where id = ?", id).stream().findFirst();
    }

    /** The links of an owner, newest first. */
    List<SavedLink> ofOwner(String owner) {
        return links("where owner = ? order by created desc, id", owner);
    }

    /** All links, oldest first. */
    List<SavedLink> all() {
        return links("where 'all' = ? order by created, id", "all");
    }

    private List<SavedLink> links(String which, String parameter) {
        return read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select " + COLUMNS + " from deepdive_link " + which)) {
                statement.setString(1, parameter);
                List<SavedLink> links = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        links.add(link(rows));
                    }
                }
                return links;
            }
        });
    }

    /** How many links an owner has that were not revoked. */
    int count(String owner) {
        return read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select count(*) from deepdive_link where owner = ? and revoked is null")) {
                statement.setString(1, owner);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Gives a link another title, note and expiry; whether it is locked stays. False where there is none of that id. */
    boolean edit(String id, LinkTerms terms, Instant when) {
        return write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update deepdive_link set title = ?, note = ?, expires = ?, edited = ? where id = ?")) {
                statement.setString(1, terms.title());
                statement.setString(2, terms.note());
                setTime(statement, 3, terms.expires());
                statement.setLong(4, when.toEpochMilli());
                statement.setString(5, id);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Takes a link back; one that was taken back before stays as it is. */
    void revoke(String id, Instant when) {
        write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "update deepdive_link set revoked = ? where id = ? and revoked is null")) {
                statement.setLong(1, when.toEpochMilli());
                statement.setString(2, id);
                return statement.executeUpdate();
            }
        });
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(link(row), new FrozenText(row.getString("frozen"), row.getString("frozen_hash")));
    }

    private static SavedLink link(ResultSet row) throws SQLException {
        try {
            return new SavedLink(
                    row.getString("id"),
                    row.getString("path"),
                    Stream.of(row.getString("labels").split(","))
                            .map(DataLabel::valueOf)
                            .collect(Collectors.toSet()),
                    new LinkTerms(
                            row.getString("title"),
                            row.getString("note"),
                            time(row, "expires"),
                            row.getInt("locked") != 0),
                    Instant.ofEpochMilli(row.getLong("created")),
                    time(row, "edited"),
                    time(row, "revoked"),
                    row.getString("owner"),
                    new Fingerprint(
                            row.getString("data_hash"), row.getString("rules_hash"), row.getString("code_hash")));
        } catch (IllegalArgumentException | InputException e) {
            throw FrozenText.damaged(row.getString("id"), e.getMessage());
        }
    }

    private static String labels(SavedLink link) {
        return new TreeSet<>(link.labels()).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static void setTime(PreparedStatement statement, int at, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(at, time.get().toEpochMilli());
        } else {
            statement.setNull(at, Types.BIGINT);
        }
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milliseconds));
    }

    /** Closes the database; what was saved stays. */
    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}

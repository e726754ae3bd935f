package io.medianest.server.platform.redis;

import io.medianest.server.platform.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/// A Redis that may be away at any moment. While it is, nobody waits for it: after the first failure everybody does
/// without it until [#isUp()] again. Thread-safe.
public final class Redis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 32;

    private final URI address;
    private final String prefix;
    private final JedisPooled pool;
    private volatile boolean up;
    private volatile Runnable onFailure = () -> {};

    /// Connects to nothing yet.
    ///
    /// @param household begins all names, so that several may share one Redis
    public Redis(Secret address, String household) {
        this.address = parse(address);
        this.prefix = "medianest:" + household + ":";
        var connections = new ConnectionPoolConfig();
        connections.setMaxTotal(CONNECTIONS);
        connections.setMaxIdle(CONNECTIONS);
        connections.setMaxWait(PATIENCE);
        connections.setJmxEnabled(false);
        this.pool = new JedisPooled(
                connections, JedisURIHelper.getHostAndPort(this.address), configuration((int) PATIENCE.toMillis()));
    }

    /// @throws IllegalArgumentException with the rest of a sentence that says what is wanted
    public static void check(Secret address) {
        parse(address);
    }

    private static URI parse(Secret address) {
        try {
            var uri = new URI(address.reveal());
            if (JedisURIHelper.isValid(uri) && ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            LOG.debug("no address", e);
        }
        throw new IllegalArgumentException("an address such as redis://redis.example:6379, rediss:// for TLS");
    }

    private DefaultJedisClientConfig configuration(int socketTimeout) {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) PATIENCE.toMillis())
                .socketTimeoutMillis(socketTimeout)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .database(JedisURIHelper.getDBIndex(address))
                .ssl(JedisURIHelper.isRedisSSLScheme(address))
                .build();
    }

    /// Whether it answered lately.
    boolean isUp() {
        return up;
    }

    /// To be told by whoever watches it.
    void isUp(boolean answers) {
        if (answers && !up) {
            // Those of before are of no use.
            pool.getPool().clear();
        }
        up = answers;
    }

    /// A name that belongs to this household.
    String name(String rest) {
        return prefix + rest;
    }

    /// What a call brings that may be made twice with the effect of one, or `otherwise` while Redis is away.
    <T> T call(Function<JedisPooled, T> call, Supplier<T> otherwise) {
        return whileUp(() -> twice(call), otherwise);
    }

    /// What a call brings that is made once, or `otherwise` when nobody knows whether it was.
    <T> T callOnce(Function<JedisPooled, T> call, Supplier<T> otherwise) {
        return whileUp(() -> once(call, otherwise), otherwise);
    }

    private <T> T whileUp(Supplier<T> call, Supplier<T> otherwise) {
        if (!up) {
            return otherwise.get();
        }
        try {
            return call.get();
        } catch (JedisException e) {
            LOG.debug("Redis does not answer", e);
            up = false;
            onFailure.run();
            return otherwise.get();
        }
    }

    /// A connection that was not used for a while may have been ended meanwhile.
    private <T> T twice(Function<JedisPooled, T> call) {
        try {
            return call.apply(pool);
        } catch (JedisConnectionException e) {
            pool.getPool().clear();
            return call.apply(pool);
        }
    }

    /// When only the connection was broken, the next call goes to Redis again.
    private <T> T once(Function<JedisPooled, T> call, Supplier<T> otherwise) {
        try {
            return call.apply(pool);
        } catch (JedisConnectionException e) {
            pool.getPool().clear();
            var _ = pool.ping();
            return otherwise.get();
        }
    }

    /// Has `listener` told when a call fails, so that it finds out for how long. To be called once.
    void onFailure(Runnable listener) {
        onFailure = listener;
    }

    /// A connection of one's own.
    ///
    /// @param silence after which it is taken for dead
    Jedis connect(Duration silence) {
        return new Jedis(new HostAndPort(address.getHost(), port()), configuration((int) silence.toMillis()));
    }

    private int port() {
        return JedisURIHelper.getHostAndPort(address).getPort();
    }

    @Override
    public void close() {
        up = false;
        pool.close();
    }
}

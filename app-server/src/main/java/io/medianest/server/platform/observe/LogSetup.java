package io.medianest.server.platform.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;
import org.slf4j.Logger;

/// What is logged, and to the console; the file in the data directory is added once that directory is known, by
/// [LogFile]. Logback finds it as a service. In code, since reading the same from XML takes a tenth of a second of each
/// start; a file named by `-Dlogback.configurationFile` takes its place.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String FILE = "logback.configurationFile";
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} [%X{correlationId:--}] %msg%n";

    /// JavaFX warns of every start from the class path, which is how this program runs, Jedis of each connection
    /// that breaks while Redis is away, which we say once, and JmDNS of each name that another MediaNest has.
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.INFO,
            "com.zaxxer.hikari",
            Level.WARN,
            "org.flywaydb",
            Level.WARN,
            "io.helidon",
            Level.WARN,
            "redis.clients.jedis",
            Level.ERROR,
            "javax.jmdns",
            Level.ERROR,
            "javafx",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getStatusManager().add(new NopStatusListener());
        var propagator = new LevelChangePropagator();
        propagator.setContext(context);
        propagator.start();
        context.addListener(propagator);
        LEVELS.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("console");
        appender.setEncoder(LogFile.encoder(context, PATTERN));
        appender.start();
        return appender;
    }
}

package io.medianest.server.platform.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The figures of a running server, in the text form that Prometheus reads. What is counted at each request costs next
/// to nothing; what can be asked for is asked when somebody looks. Labels are names of ours only, never what a client
/// sent: their number is bounded. Thread-safe.
public final class Metrics {
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final String PREFIX = "medianest_";
    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    /// With the figures of the Java machine.
    public Metrics() {
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }

    /// How long something takes, and how often it happens.
    ///
    /// @param name without the unit, for example `http_request`
    public Timer timer(String name, String help, String... labels) {
        var histogram = Histogram.builder()
                .name(PREFIX + name + "_seconds")
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(registry);
        return (nanos, values) -> histogram.labelValues(values).observe(nanos / NANOS);
    }

    /// How often something happens.
    public Tally tally(String name, String help, String... labels) {
        var counter = Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .register(registry);
        return values -> counter.labelValues(values).inc();
    }

    /// Something that goes up and down.
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .callback(callback -> look(name, () -> callback.call(value.getAsDouble())))
                .register(registry);
    }

    /// The same of several things.
    ///
    /// @param values by the name of the thing
    public void gauges(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(label)
                .callback(callback ->
                        look(name, () -> values.get().forEach((thing, value) -> callback.call(value, thing))))
                .register(registry);
    }

    /// What somebody else counts already, of several things.
    ///
    /// @param values by the name of the thing; they only grow
    public void counters(String name, String help, String label, Supplier<Map<String, Double>> values) {
        CounterWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(label)
                .callback(callback ->
                        look(name, () -> values.get().forEach((thing, value) -> callback.call(value, thing))))
                .register(registry);
    }

    /// What cannot be told at the moment, such as what the database knows while it is away, is left out: all other
    /// figures are never more wanted than then.
    private static void look(String name, Runnable question) {
        try {
            question.run();
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be told at the moment: {}", name, e.toString());
        }
    }

    /// All figures as they are now, as [#CONTENT_TYPE].
    public byte[] text() {
        var text = new ByteArrayOutputStream(32_000);
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    /// Remembers durations.
    @FunctionalInterface
    public interface Timer {
        /// @param values of the labels, in their order
        void took(long nanos, String... values);
    }

    /// Counts.
    @FunctionalInterface
    public interface Tally {
        /// @param values of the labels, in their order
        void add(String... values);
    }
}

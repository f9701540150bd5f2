package org.deepdive.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** The counts and timings of one server, in the text format of Prometheus. */
final class ServerMetrics {

    /** The methods that are counted by name; a client may invent any number of others. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("deepdive_requests_total")
            .help("Answered requests.")
            .labelNames("route", "method", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("deepdive_request_duration_seconds")
            .help("Time from the first byte of a request to the last of its answer.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .labelNames("route", "method")
            .register(registry);
    private final Counter reloads = Counter.builder()
            .name("deepdive_data_reloads_total")
            .help("Changes of data files, by what became of them: loaded or refused.")
            .labelNames("result")
            .register(registry);

    ServerMetrics() {
        JvmMetrics.builder().register(registry);
        reloads.initLabelValues("loaded");
        reloads.initLabelValues("refused");
    }

    /** The name under which a method is counted. */
    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    /** Counts an answer. */
    void answered(String method, String route, int status, double seconds) {
        String counted = method(method);
        requests.labelValues(route, counted, status / 100 + "xx").inc();
        durations.labelValues(route, counted).observe(seconds);
    }

    /** Counts a change of data files. */
    void reloaded(boolean loaded) {
        reloads.labelValues(loaded ? "loaded" : "refused").inc();
    }

    /** How many changes of data files were loaded. */
    long loaded() {
        return (long) reloads.labelValues("loaded").get();
    }

    /** Shows a value as it is whenever it is asked for. */
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(now -> now.call(value.getAsDouble()))
                .register(registry);
    }

    /** Shows a number that only grows, as it is whenever it is asked for. */
    void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(now -> now.call(value.getAsDouble()))
                .register(registry);
    }

    /** All of them, as text. */
    byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return text.toByteArray();
    }

    /** The type of {@link #text}. */
    static String contentType() {
        return PrometheusTextFormatWriter.CONTENT_TYPE.toLowerCase(Locale.ROOT);
    }
}

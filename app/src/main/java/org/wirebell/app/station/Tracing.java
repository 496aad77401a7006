package org.wirebell.app.station;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.app.OperationsConfig;
import org.wirebell.model.trace.Traces;

/** The traces of this process, sent to a collector as OTLP over HTTP until it is closed. */
final class Tracing implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Tracing.class);
    /**
     * It would tell failures by itself, several a minute; {@link SpanOutlet} does. Held here, or it would forget its
     * handler.
     */
    private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

    static {
        LIBRARY.setUseParentHandlers(false);
        LIBRARY.addHandler(new Aside());
    }

    private static final String PATH = "/v1/traces";
    /** An id of an item may be as long as its provider likes. */
    private static final int LONGEST = 500;

    private static final long PATIENCE = 3;

    private final SdkTracerProvider provider;

    private Tracing(SdkTracerProvider provider) {
        this.provider = provider;
    }

    /**
     * Throws {@link IllegalArgumentException} when a secret that the configuration names is not there.
     *
     * @param log hears of lost spans, once a minute at most
     * @param environment the value of a variable, when it is set
     */
    static Tracing open(
            OperationsConfig.TracesConfig config,
            Set<Role> roles,
            StationMeters meters,
            Consumer<String> log,
            InstantSource clock,
            Function<String, Optional<String>> environment) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(config.endpoint().toString().replaceFirst("/+$", "") + PATH);
        headers(config, environment).forEach(exporter::addHeader);
        var provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(self(roles))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.share())))
                .setSpanLimits(
                        SpanLimits.builder().setMaxAttributeValueLength(LONGEST).build())
                .addSpanProcessor(new SpanOutlet(exporter.build(), meters, log, clock))
                .build();
        return new Tracing(provider);
    }

    private static Attributes self(Set<Role> roles) {
        var words = roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        return Attributes.of(
                AttributeKey.stringKey("service.name"),
                "wirebell",
                AttributeKey.stringKey("service.version"),
                StationMeters.version(),
                AttributeKey.stringArrayKey("wirebell.roles"),
                words);
    }

    private static Map<String, String> headers(
            OperationsConfig.TracesConfig config, Function<String, Optional<String>> environment) {
        var headers = new HashMap<String, String>();
        config.headersEnv()
                .forEach((header, variable) -> headers.put(
                        header,
                        environment
                                .apply(variable)
                                .orElseThrow(() -> new IllegalArgumentException("operations.traces.headers-env."
                                        + header + ": environment variable " + variable + " is not set"))));
        config.headersFile().forEach((header, file) -> headers.put(header, content(header, file)));
        return headers;
    }

    private static String content(String header, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "operations.traces.headers-file." + header + ": " + file + " cannot be read", e);
        }
    }

    Traces traces() {
        return Traces.of(provider.get("org.wirebell"));
    }

    /** What still waits is sent, if that is a matter of seconds. */
    @Override
    public void close() {
        provider.shutdown().join(PATIENCE, TimeUnit.SECONDS);
    }

    /** What the library says, for those who want to know all. */
    private static final class Aside extends Handler {
        @Override
        public void publish(LogRecord line) {
            LOG.debug("{}", line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

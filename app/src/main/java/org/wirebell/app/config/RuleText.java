package org.wirebell.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.model.Json;

/** A rule as the text that {@link ConfigFile#rule} reads: for rules whose own text is not at hand, with what was left out still left out. */
public final class RuleText {
    private static final DumpSettings BLOCKS =
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();

    private RuleText() {}

    public static String of(Rule rule) {
        return new Dump(BLOCKS).dumpToString(written(Json.map(Json.plain(rule))));
    }

    private static Object written(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, part) -> {
                    if (!Boolean.FALSE.equals(part)) { // nothing is on where it is not said
                        all.put(name(String.valueOf(name)), written(part));
                    }
                });
                yield all;
            }
            case List<?> list -> list.stream().map(RuleText::written).collect(Collectors.toList());
            default -> value;
        };
    }

    /** {@code riseBy} → {@code rise-by}. */
    private static String name(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

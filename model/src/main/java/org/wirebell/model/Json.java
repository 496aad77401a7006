package org.wirebell.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one JSON mapper. Unknown texts and lists are left out; instants are ISO-8601 UTC; enums are lower case; every event
 * carries {@code schema} and {@code schemaVersion}; fields that this version does not know are kept in the record's
 * {@code more} and written back.
 */
public final class Json {
    /** The version that {@link #write} puts into each event; raised when an old reader could misread the new form. */
    public static final int SCHEMA_VERSION = 1;

    private static final String SCHEMA = "schema";
    private static final String VERSION = "schemaVersion";
    /** Schema name of each event type that travels in a topic of its own. */
    private static final Map<Class<?>, String> SCHEMAS = Map.ofEntries(
            Map.entry(Item.class, "wirebell.item"),
            Map.entry(FeedState.class, "wirebell.feed"),
            Map.entry(Finding.class, "wirebell.finding"),
            Map.entry(Story.class, "wirebell.story"),
            Map.entry(LedgerEntry.class, "wirebell.ledger"),
            Map.entry(Update.class, "wirebell.update"),
            Map.entry(Ruling.class, "wirebell.ruling"),
            Map.entry(StoredRule.class, "wirebell.rule"),
            Map.entry(Silence.class, "wirebell.silence"),
            Map.entry(Action.class, "wirebell.action"),
            Map.entry(Alert.class, "wirebell.alert"),
            Map.entry(Notice.class, "wirebell.notice"),
            Map.entry(Result.class, "wirebell.result"),
            Map.entry(Account.class, "wirebell.account"),
            Map.entry(Audit.class, "wirebell.audit"));

    /** What an event of the type begins with as we write it. */
    private static final Map<Class<?>, String> OPENINGS = SCHEMAS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    e -> "{\"%s\":\"%s\",\"%s\":%d,".formatted(SCHEMA, e.getValue(), VERSION, SCHEMA_VERSION)));

    private static final ObjectMapper MAPPER = mapper();
    private static final ObjectMapper WHOLE = mapper().setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));

    private Json() {}

    /** UTF-8 JSON of an event, with its schema name and version. Throws {@link IllegalArgumentException} if it has no JSON form. */
    public static byte[] write(Object event) {
        return text(event).getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #write}, as text on one line. */
    public static String text(Object event) {
        try {
            var own = MAPPER.writeValueAsString(event);
            var opening = OPENINGS.get(event.getClass());
            return opening == null ? own : own.equals("{}") ? tree(event).toString() : opening + own.substring(1);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON form for " + event.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** As {@link #text}, without schema name and version: for lines that the command line prints. */
    public static String plain(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON form for " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** As {@link #plain}, with empty texts, lists and objects kept, which mean something to services outside. */
    public static String whole(Object value) {
        try {
            return WHOLE.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON form for " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The JSON tree of an event, with its schema name and version in front. */
    public static ObjectNode tree(Object event) {
        var tree = MAPPER.createObjectNode();
        var schema = SCHEMAS.get(event.getClass());
        if (schema != null) {
            tree.put(SCHEMA, schema).put(VERSION, SCHEMA_VERSION);
        }
        return tree.setAll((ObjectNode) MAPPER.<JsonNode>valueToTree(event));
    }

    /**
     * Reads an event back. Throws {@link IllegalArgumentException} saying what is wrong when the bytes are not that event,
     * belong to another schema, or were written by a newer, incompatible version.
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            var opening = OPENINGS.get(type);
            if (opening != null && opens(bytes, opening)) {
                var rest = Arrays.copyOfRange(bytes, opening.length() - 1, bytes.length);
                rest[0] = '{';
                return MAPPER.readValue(rest, type);
            }
            if (!(MAPPER.readTree(bytes) instanceof ObjectNode tree)) {
                throw new IllegalArgumentException(
                        "not a JSON object, where a " + type.getSimpleName() + " was expected");
            }
            check(tree, type);
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #read(byte[], Class)}, from text. */
    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Any JSON text as maps, lists, strings, numbers and booleans. Throws {@link IllegalArgumentException} when it is none. */
    public static Map<String, Object> map(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** As we wrote it: then the fields of the schema need not be looked for. */
    private static boolean opens(byte[] bytes, String opening) {
        for (int i = 0; i < opening.length(); i++) {
            if (i >= bytes.length || bytes[i] != opening.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void check(ObjectNode tree, Class<?> type) {
        var schema = tree.remove(SCHEMA);
        var version = tree.remove(VERSION);
        var expected = SCHEMAS.get(type);
        if (expected == null) {
            return;
        }
        if (schema != null && !schema.asText().equals(expected)) {
            throw new IllegalArgumentException("schema is " + schema.asText() + ", expected " + expected);
        }
        if (version != null && version.asInt() > SCHEMA_VERSION) {
            throw new IllegalArgumentException(expected + " has schema version " + version.asInt()
                    + ", this software reads up to " + SCHEMA_VERSION);
        }
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(String.class, new JsonTexts()))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new Conventions())
                .propertyNamingStrategy(new Names())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .build();
        for (var type : List.of(String.class, List.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /** What annotations would say, said once: enums in lower case, and {@code more} holds the unknown fields. */
    private static final class Conventions extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;
        private static final String MORE = "more";

        @Override
        public String[] findEnumValues(
                com.fasterxml.jackson.databind.cfg.MapperConfig<?> config,
                com.fasterxml.jackson.databind.introspect.AnnotatedClass type,
                Enum<?>[] values,
                String[] names) {
            for (int i = 0; i < values.length; i++) {
                names[i] = values[i].name().toLowerCase(java.util.Locale.ROOT);
            }
            return names;
        }

        @Override
        public Boolean hasAnyGetter(Annotated member) {
            return isMore(member) ? Boolean.TRUE : super.hasAnyGetter(member);
        }

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return isMore(member) ? Boolean.TRUE : super.hasAnySetter(member);
        }

        private static boolean isMore(Annotated member) {
            return member.getRawType() == Map.class
                    && member instanceof AnnotatedMember
                    && (member.getName().equals(MORE) || member.getName().isEmpty());
        }
    }

    /** Names are those of the record components, but for the one that the figure contract spells otherwise. */
    private static final class Names extends PropertyNamingStrategies.NamingBase {
        private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return name.equals("subsetOf") ? "subset_of" : name;
        }
    }
}

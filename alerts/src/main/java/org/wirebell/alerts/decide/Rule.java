package org.wirebell.alerts.decide;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Canary;
import org.wirebell.model.Priority;
import org.wirebell.query.Queries;

/**
 * What a desk wants to hear of. With a figure condition it speaks of series, else of items or of whole stories; all conditions
 * that are given must hold.
 *
 * @param id part of every alert's id: changing it makes new alerts
 * @param name for people; the id when absent
 * @param preset name of a ready condition ({@link Presets}); what the rule says itself wins
 * @param query Lucene syntax over the item, see docs/configuration.md
 * @param priority {@code normal} when absent
 * @param louder lines from which the priority is another one
 * @param receivers names of receivers beside the page, which shows everything
 * @param places gazetteer ids or names; one of them must be the place or an ancestor of it
 * @param per for a rule without a figure: an alert for each item (when absent), or one for each story
 * @param corroborated for a rule without a figure: so many independent origins must tell the story; {@code per} is then the story
 *     when absent
 * @param desk whose rule it is; {@value #DESK} when absent
 * @param owner who to ask, and {@code team} whose it is
 * @param maxAge older news rings no bell; 30 minutes for a flash and 3 hours for others when absent
 * @param cooldown after an alert has spoken, so long only what is louder or takes back speaks with a sound
 * @param closeAfter an alert of which nothing was heard for so long is closed; 24 hours when absent
 * @param inhibitedBy ids of rules of the same desk; while one of their alerts about the same series or story is open, this one is silent
 * @param dryRun decided and shown under "not sent", never told
 * @param note for people, shown with the explanation
 */
public record Rule(
        String id,
        Optional<String> name,
        Optional<String> preset,
        Optional<String> query,
        Optional<FigureCondition> figure,
        Optional<Priority> priority,
        List<Louder> louder,
        List<String> receivers,
        List<String> places,
        Optional<Per> per,
        Optional<Integer> corroborated,
        Optional<String> desk,
        Optional<String> owner,
        Optional<String> team,
        Optional<Duration> maxAge,
        Optional<Duration> cooldown,
        Optional<Duration> closeAfter,
        List<String> inhibitedBy,
        Optional<Boolean> dryRun,
        Optional<String> note) {
    /** The desk of rules that name none. */
    public static final String DESK = "main";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Duration FLASH_AGE = Duration.ofMinutes(30);
    private static final Duration OTHER_AGE = Duration.ofHours(3);
    private static final Duration CLOSE_AFTER = Duration.ofHours(24);

    public Rule {
        louder = louder.stream()
                .sorted(Comparator.comparingLong(Louder::at).reversed())
                .toList();
        receivers = List.copyOf(receivers);
        places = List.copyOf(places);
        inhibitedBy = List.copyOf(inhibitedBy);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be lower-case letters, digits, '.', '-' and '_', was '" + id + "'");
        }
        if (query.isEmpty() && figure.isEmpty() && places.isEmpty() && preset.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " needs a preset, a query, a figure or places");
        }
        preset.ifPresent(Presets::check);
        if (figure.isPresent() && preset.isEmpty() && !figure.get().rings()) {
            throw new IllegalArgumentException(
                    "figure of rule " + id + " must ask for at least one of " + FigureCondition.TRIGGERS);
        }
        FigureCondition.corroborated(corroborated);
        if (figure.isPresent() && corroborated.isPresent()) {
            throw new IllegalArgumentException("corroborated of rule " + id + " belongs under its figure");
        }
        positive("max-age", maxAge);
        positive("cooldown", cooldown);
        positive("close-after", closeAfter);
        query.ifPresent(Queries::parse);
    }

    /** A rule with nothing but the essentials. */
    public Rule(
            String id,
            Optional<String> name,
            Optional<String> query,
            Optional<FigureCondition> figure,
            Optional<Priority> priority,
            List<String> receivers,
            List<String> places,
            Optional<Duration> maxAge,
            Optional<String> note) {
        this(
                id,
                name,
                Optional.empty(),
                query,
                figure,
                priority,
                List.of(),
                receivers,
                places,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                maxAge,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                note);
    }

    /** Answers to the canary, at a desk and for a receiver of its own. */
    public static Rule canary() {
        return new Rule(
                        Canary.NAME,
                        Optional.empty(),
                        Optional.of("source:\"" + Canary.NAME + "\""),
                        Optional.empty(),
                        Optional.of(Priority.FLASH),
                        List.of(Canary.NAME),
                        List.of(),
                        Optional.empty(),
                        Optional.of("proves that everything works"))
                .at(Canary.NAME, false);
    }

    /** What a rule without a figure makes an alert of. */
    public enum Per {
        ITEM,
        STORY
    }

    /** From this number on the alert has this priority. */
    public record Louder(long at, Priority priority) {
        public Louder {
            if (at <= 0) {
                throw new IllegalArgumentException("at must be above 0, was " + at);
            }
        }
    }

    /** With what its preset gives; a rule without one is itself. */
    public Rule resolved() {
        return preset.map(Presets::named).map(this::over).orElse(this);
    }

    private Rule over(Presets.Preset base) {
        return new Rule(
                id,
                name.or(() -> Optional.of(base.title())),
                Optional.empty(),
                query.or(base::query),
                figure.or(base::figure),
                priority.or(base::priority),
                louder,
                receivers,
                places,
                per.or(base::per),
                corroborated,
                desk,
                owner,
                team,
                maxAge,
                cooldown,
                closeAfter,
                inhibitedBy,
                dryRun,
                note.or(() -> Optional.of(base.note())));
    }

    /** The same at a desk, told or only shown. */
    public Rule at(String where, boolean dry) {
        return new Rule(
                id,
                name,
                preset,
                query,
                figure,
                priority,
                louder,
                receivers,
                places,
                per,
                corroborated,
                where.isEmpty() ? desk : Optional.of(where),
                owner,
                team,
                maxAge,
                cooldown,
                closeAfter,
                inhibitedBy,
                dry ? Optional.of(true) : dryRun,
                note);
    }

    public String title() {
        return name.orElse(id);
    }

    public String deskName() {
        return desk.orElse(DESK);
    }

    public Priority loudness() {
        return priority.orElse(Priority.NORMAL);
    }

    /** The priority of a number, the rule's own where there is none. */
    public Priority loudness(Optional<Long> number) {
        return number.flatMap(
                        n -> louder.stream().filter(step -> n >= step.at()).findFirst())
                .map(Louder::priority)
                .orElse(loudness());
    }

    /** Whether it makes one alert of a whole story. */
    public boolean ofStories() {
        return figure.isEmpty() && per.orElse(corroborated.isPresent() ? Per.STORY : Per.ITEM) == Per.STORY;
    }

    /** How old news of this priority may be when it is decided on and still ring. */
    public Duration freshness(Priority loudness) {
        return maxAge.orElse(loudness == Priority.FLASH ? FLASH_AGE : OTHER_AGE);
    }

    public Duration closesAfter() {
        return closeAfter.orElse(CLOSE_AFTER);
    }

    public boolean dry() {
        return dryRun.orElse(false);
    }

    private static void positive(String name, Optional<Duration> duration) {
        if (duration.isPresent() && !duration.get().isPositive()) {
            throw new IllegalArgumentException(name + " must be positive, was " + duration.get());
        }
    }
}

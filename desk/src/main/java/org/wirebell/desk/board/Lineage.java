package org.wirebell.desk.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Story;

/** Who had which words first, and who carries them: a story's items as a tree. */
public record Lineage(List<Branch> branches) {
    private static final Comparator<Story.Member> BY_TIME =
            Comparator.comparing(Story.Member::at).thenComparing(Story.Member::family);

    public Lineage {
        branches = List.copyOf(branches);
    }

    /**
     * One origin with what stands on its words.
     *
     * @param roots empty while none of its items is held
     */
    public record Branch(Story.Origin origin, List<Root> roots) {
        public Branch {
            roots = List.copyOf(roots);
        }
    }

    /**
     * Words and the items that carry them, first come first.
     *
     * @param item absent when it is no longer held, or in another story
     */
    public record Root(Optional<Story.Member> item, List<Story.Member> carriers) {
        public Root {
            carriers = List.copyOf(carriers);
        }

        private String origin() {
            return item.orElseGet(carriers::getFirst).origin();
        }
    }

    public static Lineage of(Story story) {
        var byFamily = new HashMap<String, Story.Member>();
        story.members().forEach(m -> byFamily.put(m.family(), m));
        var carriers = new LinkedHashMap<String, List<Story.Member>>();
        for (var member : story.members().stream().sorted(BY_TIME).toList()) {
            var root = root(member, byFamily);
            var below = carriers.computeIfAbsent(root, _ -> new ArrayList<>());
            if (!root.equals(member.family())) {
                below.add(member);
            }
        }
        var byOrigin = new LinkedHashMap<String, List<Root>>();
        carriers.forEach((family, below) -> {
            var root = new Root(Optional.ofNullable(byFamily.get(family)), below);
            byOrigin.computeIfAbsent(root.origin(), _ -> new ArrayList<>()).add(root);
        });
        return new Lineage(story.origins().stream()
                .map(o -> new Branch(o, byOrigin.getOrDefault(o.name(), List.of())))
                .toList());
    }

    /** The family at the end of the chain of copies; of copies in a circle, the member itself. */
    private static String root(Story.Member member, Map<String, Story.Member> byFamily) {
        var at = member;
        for (int step = 0; step <= byFamily.size(); step++) {
            if (at.copyOf().isEmpty()) {
                return at.family();
            }
            var of = byFamily.get(at.copyOf());
            if (of == null) {
                return at.copyOf();
            }
            at = of;
        }
        return member.family();
    }
}

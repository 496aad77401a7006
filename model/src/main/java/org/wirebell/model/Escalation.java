package org.wirebell.model;

import java.util.List;

/**
 * What an item changes in the level of its story.
 *
 * @param level the story's highest level of the past day, this item included; 0 when none was told
 * @param rise by how much that is above what it was before; 0 for the first item of a story and for a copy
 * @param firsts tags that were not heard of this country for long
 */
public record Escalation(int level, int rise, List<First> firsts) {
    public Escalation {
        firsts = List.copyOf(firsts);
    }

    /**
     * A tag after a silence.
     *
     * @param country ISO 3166-1 alpha-2 in lower case
     * @param days full days since it was last heard of, or since listening began
     */
    public record First(String tag, String country, int days) {}
}

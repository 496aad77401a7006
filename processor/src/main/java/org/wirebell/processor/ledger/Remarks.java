package org.wirebell.processor.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebell.model.Claim;
import org.wirebell.model.Ruling;

/** What was noted and ruled about the claims of a book, by claim. */
final class Remarks {
    private final Map<String, Book.Note> notes;
    private final Set<String> released;
    private final Set<String> rejected;

    Remarks(Book book) {
        notes = book.notes().stream().collect(Collectors.toMap(Book.Note::claim, n -> n, (_, last) -> last));
        released = ruled(book, Ruling.Verdict.RELEASE);
        rejected = ruled(book, Ruling.Verdict.REJECT);
    }

    private static Set<String> ruled(Book book, Ruling.Verdict verdict) {
        return book.rulings().stream()
                .filter(r -> r.verdict() == verdict)
                .map(Ruling::claim)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether words of that kind stand in the claim's sentence. */
    boolean says(Claim claim, Cue cue) {
        return of(claim).cues().contains(cue);
    }

    /** Why other series say that the claim is to wait for a person. */
    Optional<String> doubt(Claim claim) {
        return Optional.of(of(claim).doubt()).filter(why -> !why.isEmpty());
    }

    boolean released(Claim claim) {
        return released.contains(claim.id());
    }

    boolean rejected(Claim claim) {
        return rejected.contains(claim.id());
    }

    /** Whether the others say the same of each of these claims. */
    boolean alike(Remarks others, Collection<Claim> claims) {
        return released.equals(others.released)
                && rejected.equals(others.rejected)
                && claims.stream().allMatch(c -> of(c).equals(others.of(c)));
    }

    private Book.Note of(Claim claim) {
        var note = notes.get(claim.id());
        return note == null ? new Book.Note(claim.id(), "", List.of()) : note;
    }
}

package org.wirebell.processor.cluster;

import java.util.Arrays;

/** Numbers in a row that do not change; four bytes each, where a list takes twenty. */
final class Ints {
    static final Ints NONE = new Ints(new int[0]);

    private final int[] numbers;

    private Ints(int[] numbers) {
        this.numbers = numbers;
    }

    static Ints of(int... numbers) {
        return numbers.length == 0 ? NONE : new Ints(numbers.clone());
    }

    int size() {
        return numbers.length;
    }

    boolean isEmpty() {
        return numbers.length == 0;
    }

    int get(int index) {
        return numbers[index];
    }

    int[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ints ints && Arrays.equals(numbers, ints.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}

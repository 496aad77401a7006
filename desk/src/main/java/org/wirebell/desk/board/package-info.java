/**
 * What the desk knows, folded from records of the topics: bounded, in memory, the same after each replay. The front door
 * is {@link org.wirebell.desk.board.Board}. Nothing here reads a clock, Kafka or HTTP; time comes in with the records.
 */
@NullMarked
package org.wirebell.desk.board;

import org.jspecify.annotations.NullMarked;

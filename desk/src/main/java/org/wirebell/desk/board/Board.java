package org.wirebell.desk.board;

/** Everything that the desk shows. */
public final class Board {}

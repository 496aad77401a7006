/**
 * Who may do what at the desk: accounts and how they show who they are, sessions, back-off and rate limits. The front door is
 * {@link org.wirebell.desk.access.Gate}, which stands before every route. Nothing here writes to a topic.
 */
@NullMarked
package org.wirebell.desk.access;

import org.jspecify.annotations.NullMarked;

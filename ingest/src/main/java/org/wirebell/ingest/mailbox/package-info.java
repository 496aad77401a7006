/**
 * Mailboxes that wires are mailed to. The front door is {@link org.wirebell.ingest.mailbox.Mailbox}; nothing here knows
 * what a message says, nor marks one as seen.
 */
@NullMarked
package org.wirebell.ingest.mailbox;

import org.jspecify.annotations.NullMarked;

/**
 * Whether a message comes from whom it claims to come from. Pure; the front door is
 * {@link org.wirebell.ingest.signed.Secret}, which never shows itself.
 */
@NullMarked
package org.wirebell.ingest.signed;

import org.jspecify.annotations.NullMarked;

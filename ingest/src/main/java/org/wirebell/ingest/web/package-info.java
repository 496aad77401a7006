/**
 * Asking other people's servers: conditional, polite, bounded in time and size, and guarded at each hop. The front door is
 * {@link org.wirebell.ingest.web.Web}; nothing here knows what a feed is.
 */
@NullMarked
package org.wirebell.ingest.web;

import org.jspecify.annotations.NullMarked;

/**
 * A subscription to a feed's hub (W3C WebSub), as a state and what changes it: offered by the publisher, asked for, verified,
 * kept alive, lost. Pure; the front door is {@link org.wirebell.ingest.websub.Subscription}. Times are given, requests are
 * made elsewhere.
 */
@NullMarked
package org.wirebell.ingest.websub;

import org.jspecify.annotations.NullMarked;

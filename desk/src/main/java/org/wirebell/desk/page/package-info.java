/**
 * What the page shows, as trees of elements made by pure functions. One tree is written as HTML for the first paint and as
 * JSON for the live page, which builds elements from it; texts from feeds are text in both.
 */
@NullMarked
package org.wirebell.desk.page;

import org.jspecify.annotations.NullMarked;

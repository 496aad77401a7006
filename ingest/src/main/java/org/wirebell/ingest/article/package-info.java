/**
 * The text of an article from its web page. The front door is {@link org.wirebell.ingest.article.ArticleText}; which items
 * need their page is decided by {@link org.wirebell.ingest.article.Teaser}. Pure: no network, files, clock or logging, and
 * no page makes it throw.
 */
@NullMarked
package org.wirebell.ingest.article;

import org.jspecify.annotations.NullMarked;

/**
 * The one query language: Lucene syntax over the same fields for rules, subscriptions, the page's filter and the archive.
 * The front doors are {@link org.wirebell.query.Queries} (text to query), {@link org.wirebell.query.Documents} (finding to
 * document) and {@link org.wirebell.query.Matcher} (many queries, one finding; ADR 13). Nothing here touches files, network or clock.
 */
@NullMarked
package org.wirebell.query;

import org.jspecify.annotations.NullMarked;

/**
 * The program: its command line ({@link org.wirebell.app.Main}), the whole configuration
 * ({@link org.wirebell.app.AppConfig}) and the wiring of the roles. It knows every room and nothing about news.
 */
@NullMarked
package org.wirebell.app;

import org.jspecify.annotations.NullMarked;

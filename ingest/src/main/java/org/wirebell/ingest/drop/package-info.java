/**
 * Folders on other machines that files are dropped into, by FTP, FTPS or SFTP. The front door is
 * {@link org.wirebell.ingest.drop.Drop}; nothing here knows what a file says, nor which ones were taken.
 */
@NullMarked
package org.wirebell.ingest.drop;

import org.jspecify.annotations.NullMarked;

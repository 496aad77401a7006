/**
 * What was read in the past days, to be searched in the language of the rules: a Lucene index that is made anew at every start
 * from the topic of findings. {@link org.wirebell.desk.archive.Archive} is the front door. Knows nothing of pages.
 */
@NullMarked
package org.wirebell.desk.archive;

import org.jspecify.annotations.NullMarked;

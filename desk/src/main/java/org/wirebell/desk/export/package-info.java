/** Figures for spreadsheets: {@link org.wirebell.desk.export.Csv} turns updates into rows. Pure. */
@NullMarked
package org.wirebell.desk.export;

import org.jspecify.annotations.NullMarked;

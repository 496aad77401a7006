/** Figures for spreadsheets: {@link org.wirebell.app.export.Csv} turns updates into rows. Pure. */
@NullMarked
package org.wirebell.app.export;

import org.jspecify.annotations.NullMarked;

/**
 * Configuration: records of each room from YAML files, with every complaint at once, each with file, line and path. The
 * front door is {@link org.wirebell.app.config.ConfigFile}.
 */
@NullMarked
package org.wirebell.app.config;

import org.jspecify.annotations.NullMarked;

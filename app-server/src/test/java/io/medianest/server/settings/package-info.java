@NullMarked
package io.medianest.server.settings;

import org.jspecify.annotations.NullMarked;

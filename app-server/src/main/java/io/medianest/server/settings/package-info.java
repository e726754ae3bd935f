/// What can be set, where from, and how people change it while the program runs.
@NullMarked
package io.medianest.server.settings;

import org.jspecify.annotations.NullMarked;

/// What every feature stands on and nothing of what any feature does.
@NullMarked
package io.medianest.server.platform;

import org.jspecify.annotations.NullMarked;

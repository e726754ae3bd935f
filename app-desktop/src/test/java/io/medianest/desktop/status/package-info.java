/// How the household's services are doing, now and over time.
@NullMarked
package io.medianest.desktop.status;

import org.jspecify.annotations.NullMarked;

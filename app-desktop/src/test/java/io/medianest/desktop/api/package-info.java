/// Tests.
@NullMarked
package io.medianest.desktop.api;

import org.jspecify.annotations.NullMarked;

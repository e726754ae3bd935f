/// Tests.
@NullMarked
package io.medianest.desktop.search;

import org.jspecify.annotations.NullMarked;

/// Tests.
@NullMarked
package io.medianest.desktop.shell;

import org.jspecify.annotations.NullMarked;

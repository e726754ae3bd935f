/// Finding a title, and a title's own page.
@NullMarked
package io.medianest.desktop.search;

import org.jspecify.annotations.NullMarked;

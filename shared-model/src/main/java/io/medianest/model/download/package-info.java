/// Videos: what they are, and what is downloaded of them.
@NullMarked
package io.medianest.model.download;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.medianest.model.download;

import org.jspecify.annotations.NullMarked;

/// The requests of the household: their list, what happened to each, and the decisions about them.
@NullMarked
package io.medianest.desktop.request;

import org.jspecify.annotations.NullMarked;

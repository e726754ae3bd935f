/// What tests of several packages need.
@NullMarked
package io.medianest.server.testing;

import org.jspecify.annotations.NullMarked;

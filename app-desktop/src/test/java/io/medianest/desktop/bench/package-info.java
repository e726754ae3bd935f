/// Measurements, run by hand: see docs/benchmarks.md.
@NullMarked
package io.medianest.desktop.bench;

import org.jspecify.annotations.NullMarked;

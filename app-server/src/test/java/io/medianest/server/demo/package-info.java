/// Tests of the stand-ins.
@NullMarked
package io.medianest.server.demo;

import org.jspecify.annotations.NullMarked;

/// How the outside services and the program itself are doing.
@NullMarked
package io.medianest.server.dashboard;

import org.jspecify.annotations.NullMarked;

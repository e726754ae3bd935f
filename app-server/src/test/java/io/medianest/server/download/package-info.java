/// Downloads on the real database, with a program that fetches what the tests tell it to.
@NullMarked
package io.medianest.server.download;

import org.jspecify.annotations.NullMarked;

/// Tests of the page for phones, most of them in a browser.
@NullMarked
package io.medianest.server.web;

import org.jspecify.annotations.NullMarked;

/// The page for phones and tablets. It is a client like any other: all that it does goes through the API. Its files are
/// plain HTML, CSS and JavaScript under the same package of the resources; nothing builds them.
@NullMarked
package io.medianest.server.web;

import org.jspecify.annotations.NullMarked;

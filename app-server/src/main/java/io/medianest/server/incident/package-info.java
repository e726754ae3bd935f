/// What is wrong with the household's services and with this server: noticed by rules, told to admins, and looked after
/// until it is over.
@NullMarked
package io.medianest.server.incident;

import org.jspecify.annotations.NullMarked;

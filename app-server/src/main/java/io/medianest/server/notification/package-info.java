/// What people are told of although they were not looking: kept for each of them until they have read it. A
/// notification is written in the transaction of the change that it tells of, so that neither is ever there without
/// the other; its words are made when it is read, in the language of the reader.
@NullMarked
package io.medianest.server.notification;

import org.jspecify.annotations.NullMarked;

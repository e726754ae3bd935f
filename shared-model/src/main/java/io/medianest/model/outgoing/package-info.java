/// Where notifications go beside the program: chats, phones, mailboxes.
@NullMarked
package io.medianest.model.outgoing;

import org.jspecify.annotations.NullMarked;

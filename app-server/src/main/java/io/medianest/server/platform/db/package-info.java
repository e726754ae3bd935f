/// The database: connection pool, migrations, transactions.
@NullMarked
package io.medianest.server.platform.db;

import org.jspecify.annotations.NullMarked;

package io.medianest.server.platform.db;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Binds texts. The one character that not every database can keep becomes the one that stands for such.
final class TextArgumentFactory extends AbstractArgumentFactory<String> {
    private static final char NONE = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    TextArgumentFactory() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        var text = value.replace(NONE, REPLACEMENT);
        return (position, statement, context) -> statement.setString(position, text);
    }
}

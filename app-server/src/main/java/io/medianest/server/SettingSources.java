package io.medianest.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.medianest.model.settings.SettingKind;
import io.medianest.model.settings.SettingSource;
import io.medianest.server.settings.GivenSettings;
import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where settings come from before the start: the file, the environment and the command line.
final class SettingSources {
    private static final String PREFIX = "MEDIANEST_";
    private static final String DASHES = "--";
    private static final String FILE = "medianest.yaml";

    private final Map<String, String> environment;

    SettingSources(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @throws ConfigException with a sentence that says which setting is wrong and what to write instead
    ServerConfig read(List<String> arguments) {
        try {
            var outside = outside(arguments);
            var dataDir = dataDir(outside.over(Map.of()));
            var file = dataDir.resolve(FILE);
            var given = outside.with(SettingSource.FILE, parse(file.toString(), fileArguments(file)));
            return ServerConfig.of(dataDir, given);
        } catch (WrongSetting e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Where a server with these arguments keeps its data, told without looking into it.
    ///
    /// @throws ConfigException when a setting is unknown
    Path dataDir(List<String> arguments) {
        return dataDir(outside(arguments).over(Map.of()));
    }

    private GivenSettings outside(List<String> arguments) {
        return GivenSettings.none()
                .with(SettingSource.ENVIRONMENT, parse("the environment", environmentArguments()))
                .with(SettingSource.COMMAND_LINE, parse("the command line", arguments));
    }

    private Path dataDir(Map<Setting, String> values) {
        var chosen = values.getOrDefault(Setting.DATA_DIR, "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        // The demo must never touch what a household has: it gets a directory of its own.
        var suffix = "true".equals(values.get(Setting.DEMO)) ? "-demo" : "";
        return DataDirectory.usual(environment, System.getProperty("os.name", ""), suffix);
    }

    private List<String> environmentArguments() {
        var arguments = new ArrayList<String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                arguments.add("--" + keyOf(name) + "=" + value);
            }
        });
        return arguments;
    }

    private static String keyOf(String environmentName) {
        for (var setting : Setting.values()) {
            if (setting.environmentName().equals(environmentName)) {
                return setting.key();
            }
        }
        return environmentName
                .substring(PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    private static List<String> fileArguments(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var arguments = new ArrayList<String>();
            flatten("", new YAMLMapper().readTree(file.toFile()), arguments);
            return arguments;
        } catch (IOException e) {
            throw new ConfigException("%s cannot be read as YAML: %s".formatted(file, firstLine(e)), e);
        }
    }

    private static void flatten(String path, @Nullable JsonNode node, List<String> arguments) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                            entry.getValue(),
                            arguments));
            return;
        }
        arguments.add("--" + path + "=" + (node.isArray() ? joined(node) : node.asText()));
    }

    /// A list in YAML is what commas are elsewhere.
    private static String joined(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /// One parser for all sources, so that each knows the same keys and suggests the nearest in the same words. Not
    /// that of picocli, which writes the help: it would take a fifth of a second of each start.
    private static Map<Setting, String> parse(String source, List<String> arguments) {
        var values = new EnumMap<Setting, String>(Setting.class);
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var argument = left.pop();
            int sign = argument.indexOf('=');
            var setting = setting(source, sign < 0 ? argument : argument.substring(0, sign));
            var value = sign < 0 ? valueAfter(source, setting, left) : argument.substring(sign + 1);
            if (values.put(setting, value) != null) {
                throw new ConfigException("--%s is given twice in %s: write it once".formatted(setting.key(), source));
            }
        }
        return values;
    }

    private static Setting setting(String source, String option) {
        return (option.startsWith(DASHES) ? Setting.of(option.substring(DASHES.length())) : Optional.<Setting>empty())
                .orElseThrow(() ->
                        new ConfigException("Unknown setting %s in %s: did you mean --%s? --help lists all of them"
                                .formatted(option, source, Setting.nearestTo(option))));
    }

    /// The value of `--server.port 4000`, and that of a flag alone.
    private static String valueAfter(String source, Setting setting, Deque<String> left) {
        var next = left.peek();
        boolean follows = next != null && !next.startsWith(DASHES);
        if (setting.kind() == SettingKind.FLAG) {
            return follows ? left.pop() : "true";
        }
        if (!follows) {
            throw new ConfigException(
                    "--%1$s has no value in %2$s: write --%1$s=VALUE".formatted(setting.key(), source));
        }
        return left.pop();
    }

    static String help() {
        return new CommandLine(spec()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandSpec spec() {
        var spec = CommandSpec.create().name("medianest");
        spec.usageMessage()
                .description("One household's media desk: a window and a server in one program.")
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .width(110);
        for (var setting : Setting.values()) {
            spec.addOption(option(setting));
        }
        spec.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .type(boolean.class)
                .description("print this and do nothing else")
                .build());
        spec.addOption(OptionSpec.builder("--version", "-V")
                .versionHelp(true)
                .type(boolean.class)
                .description("print which MediaNest this is, and do nothing else")
                .build());
        return spec;
    }

    private static OptionSpec option(Setting setting) {
        var option = OptionSpec.builder("--" + setting.key())
                .type(String.class)
                .paramLabel("VALUE")
                .description(
                        setting.description() + (setting.fallback().isEmpty() ? "" : " (" + setting.fallback() + ")"));
        if (setting.kind() == SettingKind.FLAG) {
            option.arity("0..1").fallbackValue("true").paramLabel("true|false");
        }
        return option.build();
    }
}

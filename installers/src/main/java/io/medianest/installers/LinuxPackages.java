package io.medianest.installers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// The tar.gz, .deb and .rpm. Debian's and Red Hat's own tools make the latter two, with every file in its place and in
/// the package's list: jpackage can only put things into /opt and would have to copy the rest at installation.
final class LinuxPackages {
    private static final String ARCHITECTURE = "amd64".equals(System.getProperty("os.arch")) ? "amd64" : "arm64";
    private static final String RPM_ARCHITECTURE = ARCHITECTURE.equals("amd64") ? "x86_64" : "aarch64";

    private final Order order;
    private final AppImage image;
    private final Icons icons;
    private final Path root;

    LinuxPackages(Order order, AppImage image, Icons icons) {
        this.order = order;
        this.image = image;
        this.icons = icons;
        this.root = order.target().resolve("linux");
    }

    void make() {
        try {
            tarball();
            layOut();
            if (Tools.isThere("dpkg-deb")) {
                deb();
            }
            if (Tools.isThere("rpmbuild")) {
                rpm();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        return Map.of("SOURCE_DATE_EPOCH", Long.toString(order.timestamp().getEpochSecond()));
    }

    private Path dist(String name) {
        return order.dist().resolve(name);
    }

    private void tarball() {
        String name = "medianest-%s-linux-%s.tar.gz".formatted(order.version().plain(), RPM_ARCHITECTURE);
        Tools.system(
                environment(),
                List.of(
                        "tar",
                        "--create",
                        "--file=" + dist(name),
                        "--use-compress-program=gzip --no-name",
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--format=gnu",
                        "--directory=" + image.root().getParent(),
                        image.root().getFileName().toString()));
    }

    /// Puts all files where they will be on people's machines.
    private void layOut() throws IOException {
        Trees.fresh(root);
        Trees.copy(image.root(), directory("opt").resolve("medianest"));
        Path commands = directory("usr/bin");
        for (String command : List.of(Order.ID, AppImage.SERVER)) {
            Files.createSymbolicLink(commands.resolve(command), Path.of("/opt/medianest/bin", command));
            gzip(
                    order.source("linux/man/" + command + ".1"),
                    directory("usr/share/man/man1").resolve(command + ".1.gz"));
        }
        for (int size : Icons.THEME_SIZES) {
            Files.write(
                    directory("usr/share/icons/hicolor/%dx%d/apps".formatted(size, size))
                            .resolve("medianest.png"),
                    icons.png(size));
        }
        place("icon/medianest.svg", "usr/share/icons/hicolor/scalable/apps/medianest.svg");
        place("linux/desktop/medianest.desktop", "usr/share/applications/medianest.desktop");
        place(
                "linux/desktop/io.medianest.MediaNest.metainfo.xml",
                "usr/share/metainfo/io.medianest.MediaNest.metainfo.xml");
        place("linux/systemd/medianest-server.service", "usr/lib/systemd/system/medianest-server.service");
        place("linux/systemd/medianest-server.default", "etc/default/medianest-server");
        place("linux/copyright", "usr/share/doc/medianest/copyright");
        Trees.settle(root, order.timestamp(), Platform.LINUX);
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private void place(String from, String to) throws IOException {
        Path file = root.resolve(to);
        Files.createDirectories(file.getParent());
        write(order.source(from), file, Map.of());
    }

    /// Copies a text with its `@WORDS@` filled in.
    private void write(Path from, Path to, Map<String, String> more) throws IOException {
        var words = new HashMap<>(more);
        words.put("VERSION", order.version().debian());
        words.put("RPM_VERSION", order.version().rpm());
        words.put("NUMBERS", order.version().numbers());
        words.put("DATE", order.timestamp().toString().substring(0, 10));
        words.put("ARCHITECTURE", ARCHITECTURE);
        words.put("HOMEPAGE", Order.HOMEPAGE);
        String text = Files.readString(from);
        for (var word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        Files.writeString(to, text);
    }

    private void gzip(Path from, Path to) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(to))) {
            out.write(Files.readAllBytes(from));
        }
    }

    private void deb() throws IOException {
        Path control = Trees.fresh(root.resolve("DEBIAN"));
        long kilobytes = Trees.bytes(root) / 1024;
        write(
                order.source("linux/debian/control"),
                control.resolve("control"),
                Map.of("SIZE", Long.toString(kilobytes)));
        Files.writeString(control.resolve("md5sums"), sums());
        Files.writeString(control.resolve("conffiles"), "/etc/default/medianest-server\n");
        for (String script : List.of("postinst", "prerm", "postrm")) {
            write(order.source("linux/debian/" + script), control.resolve(script), Map.of());
        }
        Trees.settle(control, order.timestamp(), Platform.LINUX);
        for (String script : List.of("postinst", "prerm", "postrm")) {
            Files.setPosixFilePermissions(control.resolve(script), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Trees.stamp(root, order.timestamp());
        Tools.system(
                environment(),
                List.of(
                        "dpkg-deb",
                        "--root-owner-group",
                        // What every Debian can unpack; higher levels take minutes and save one megabyte.
                        "-Zxz",
                        "-z1",
                        "--build",
                        root.toString(),
                        dist("medianest_%s_%s.deb".formatted(order.version().debian(), ARCHITECTURE))
                                .toString()));
        Trees.delete(control);
    }

    /// What debsums compares with later.
    private String sums() throws IOException {
        var lines = new ArrayList<String>();
        for (Path file : Trees.all(root)) {
            String name = root.relativize(file).toString();
            if (Files.isRegularFile(file)
                    && !Files.isSymbolicLink(file)
                    && !name.startsWith("DEBIAN")
                    && !name.startsWith("etc")) {
                lines.add(md5(file) + "  " + name + "\n");
            }
        }
        return String.join("", lines);
    }

    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rpm() throws IOException {
        Path work = Trees.fresh(order.target().resolve("rpm"));
        Path spec = work.resolve("medianest.spec");
        write(order.source("linux/rpm/medianest.spec"), spec, Map.of("ROOT", root.toString()));
        Tools.system(
                environment(),
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--target=" + RPM_ARCHITECTURE,
                        "--define=_topdir " + work,
                        "--define=_rpmdir " + order.dist(),
                        "--define=_build_name_fmt medianest-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                        spec.toString()));
    }
}

package dev.sigillo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads catalogues: the bundled one from the class path, others from a folder. */
public final class CatalogueLoader {
  /** Class-path resource that lists the bundled rule files, written by the build. */
  public static final String INDEX = "META-INF/sigillo/rules.index";

  private static final String OWN = "catalogue.yaml";

  private CatalogueLoader() {}

  /** The catalogue inside the jar. */
  public static Catalogue bundled() {
    ClassLoader loader = CatalogueLoader.class.getClassLoader();
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : resource(loader, INDEX).lines().toList()) {
      files.put(name, resource(loader, "rules/" + name));
    }
    return of(files);
  }

  /**
   * The catalogue in a folder that is laid out like {@code rules/}.
   *
   * @throws CatalogueException if the folder or a file in it cannot be used
   */
  public static Catalogue folder(Path folder) {
    return of(files(folder));
  }

  /** Every rule file below a folder by relative name, cases left out. */
  public static SortedMap<String, String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CatalogueException(folder + ": is not a folder of rules");
    }
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".drl") || (name.endsWith(".yaml") && !name.endsWith(".cases.yaml"))) {
          files.put(name, Files.readString(file));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CatalogueException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    return files;
  }

  /** Two catalogues as one; the second may not repeat an id of the first. */
  public static Catalogue join(Catalogue bundled, Catalogue own) {
    for (Control control : own.controls()) {
      if (bundled.control(control.id()).isPresent()) {
        throw new CatalogueException(
            "%s: this id is taken by a bundled control; choose another number"
                .formatted(control.id()));
      }
    }
    List<Control> controls = new ArrayList<>(bundled.controls());
    controls.addAll(own.controls());
    controls.sort(Comparator.comparing(Control::id));
    Map<String, String> rules = new HashMap<>(bundled.rules());
    rules.putAll(own.rules());
    SortedMap<String, String> digests = new TreeMap<>();
    digests.put("bundled", bundled.digest());
    digests.put("own", own.digest());
    return new Catalogue(bundled.version(), digest(digests), controls, rules);
  }

  private static Catalogue of(SortedMap<String, String> files) {
    List<Control> controls = new ArrayList<>();
    Map<String, String> rules = new HashMap<>();
    String version = "own";
    List<String> retired = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String name = file.getKey();
      if (name.equals(OWN)) {
        JsonNode own = yaml(name, file.getValue());
        version = own.path("version").asText("own");
        own.path("retired").forEach(one -> retired.add(one.path("id").asText()));
      } else if (name.endsWith(".yaml")) {
        controls.add(ControlReader.read(name, file.getValue()));
        String drl = files.get(name.replaceFirst("\\.yaml$", ".drl"));
        if (drl == null) {
          throw new CatalogueException(
              name + ": there is no .drl file beside it; a control needs both");
        }
        rules.put(controls.get(controls.size() - 1).id(), drl);
      } else if (!files.containsKey(name.replaceFirst("\\.drl$", ".yaml"))) {
        throw new CatalogueException(
            name + ": there is no .yaml file beside it; a control needs both");
      }
    }
    controls.sort(Comparator.comparing(Control::id));
    for (int i = 1; i < controls.size(); i++) {
      if (controls.get(i).id().equals(controls.get(i - 1).id())) {
        throw new CatalogueException(controls.get(i).id() + ": stands in two files");
      }
    }
    for (Control control : controls) {
      if (retired.contains(control.id())) {
        throw new CatalogueException(control.id() + ": this id is retired; choose a new number");
      }
    }
    return new Catalogue(version, digest(files), controls, rules);
  }

  private static JsonNode yaml(String name, String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new CatalogueException(name + ": is not YAML", e);
    }
  }

  private static String resource(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new CatalogueException(name + ": is missing from the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(SortedMap<String, String> files) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.sigillo.evaluate;

import dev.sigillo.control.Catalogue;
import dev.sigillo.control.Control;
import dev.sigillo.control.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** The two knowledge bases: rules that judge the tenant, and rules that judge one mailbox. */
final class RuleBases {
  /** Class-path resource that names the bundled models, written by the build. */
  static final String MODELS = "META-INF/sigillo/rules.models";

  private final Map<Scope, KieBase> bases = new EnumMap<>(Scope.class);

  private RuleBases(Map<String, Scope> scopes, List<Model> models) {
    for (Scope scope : Scope.values()) {
      List<Model> chosen = new ArrayList<>();
      for (Model model : models) {
        ModelImpl part = new ModelImpl(model.getName());
        model.getGlobals().forEach(part::addGlobal);
        model.getTypeMetaDatas().forEach(part::addTypeMetaData);
        model.getRules().stream()
            .filter(rule -> scopes.get(controlOf(rule.getName())) == scope)
            .forEach(part::addRule);
        chosen.add(part);
      }
      bases.put(
          scope,
          KieBaseBuilder.createKieBaseFromModel(
              chosen, KieServices.get().newKieBaseConfiguration()));
    }
  }

  /** The bundled rules, compiled by the build, with the user's own compiled now. */
  static RuleBases load(Catalogue bundled, Catalogue all) {
    List<Model> models = new ArrayList<>(bundledModels());
    check(bundled.controls(), models);
    List<Control> own =
        all.controls().stream().filter(c -> bundled.control(c.id()).isEmpty()).toList();
    if (!own.isEmpty()) {
      models.addAll(compiled(all, own));
    }
    return new RuleBases(scopes(all), models);
  }

  /** Every rule of a catalogue, compiled now. */
  static RuleBases compile(Catalogue catalogue) {
    return new RuleBases(scopes(catalogue), compiled(catalogue, catalogue.controls()));
  }

  private static List<Model> compiled(Catalogue catalogue, List<Control> controls) {
    SortedMap<String, String> files = new TreeMap<>();
    controls.forEach(c -> files.put(file(c), rule(catalogue, c)));
    List<Model> models = models(RuleCompiler.compile(files));
    check(controls, models);
    return models;
  }

  KieBase of(Scope scope) {
    KieBase base = bases.get(scope);
    if (base == null) {
      throw new IllegalStateException("no rule base for " + scope);
    }
    return base;
  }

  /** The control a rule belongs to: the first word of its name. */
  static String controlOf(String rule) {
    int space = rule.indexOf(' ');
    return space < 0 ? rule : rule.substring(0, space);
  }

  static String file(Control control) {
    return control.area().id() + "/" + control.id() + ".drl";
  }

  private static String rule(Catalogue catalogue, Control control) {
    String drl = catalogue.rules().get(control.id());
    if (drl == null) {
      throw new RuleException(control.id() + ": has no DRL");
    }
    return drl;
  }

  private static Map<String, Scope> scopes(Catalogue catalogue) {
    Map<String, Scope> scopes = new HashMap<>();
    catalogue.controls().forEach(c -> scopes.put(c.id(), c.scope()));
    return scopes;
  }

  /** Every control has a rule, and every rule a control: else something would pass unjudged. */
  private static void check(List<Control> controls, List<Model> models) {
    Set<String> known = controls.stream().map(Control::id).collect(Collectors.toSet());
    Set<String> ruled = new HashSet<>();
    for (Model model : models) {
      for (Rule rule : model.getRules()) {
        if (!known.contains(controlOf(rule.getName()))) {
          throw new RuleException(
              "rule \"%s\": its name begins with the id of no control in this folder"
                  .formatted(rule.getName()));
        }
        ruled.add(controlOf(rule.getName()));
      }
    }
    for (Control control : controls) {
      if (!ruled.contains(control.id())) {
        throw new RuleException(
            "%s: no rule's name begins with '%s '".formatted(file(control), control.id()));
      }
    }
  }

  private static List<Model> bundledModels() {
    ClassLoader loader = RuleBases.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(MODELS)) {
      if (in == null) {
        throw new RuleException(MODELS + ": is missing from the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(name -> instantiate(loader, name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Model> models(RuleCompiler.Compiled compiled) {
    ClassLoader loader = new ByteLoader(RuleBases.class.getClassLoader(), compiled.classes());
    return compiled.models().stream().map(name -> instantiate(loader, name)).toList();
  }

  private static Model instantiate(ClassLoader loader, String name) {
    try {
      return (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new RuleException(name + ": the compiled rules cannot be loaded", e);
    }
  }

  /**
   * Looks at its own classes first: a package that a user's rules share with bundled ones has
   * classes of the same names.
   */
  private static final class ByteLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ByteLoader(ClassLoader parent, Map<String, byte[]> classes) {
      super(parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!classes.containsKey(name)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}

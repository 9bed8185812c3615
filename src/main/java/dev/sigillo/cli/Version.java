package dev.sigillo.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest. */
final class Version implements IVersionProvider {
  /** The version, or {@code dev} when run from class folders. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Sigillo " + current(), "Java " + System.getProperty("java.version")};
  }
}

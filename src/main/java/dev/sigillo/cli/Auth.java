package dev.sigillo.cli;

import java.util.Locale;

/** Ways to sign in, as they are typed. */
enum Auth {
  SECRET,
  CERTIFICATE,
  MANAGED_IDENTITY,
  WORKLOAD_IDENTITY,
  AZURE_CLI,
  DEVICE_CODE,
  BROWSER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.spf.Authorised.Grant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a policy comes to, while it is put together and for those that include it. */
final class Policy {
  /** Who passes, as far as it is a matter of addresses. */
  final AddressSet passes = new AddressSet();

  final Set<Grant> grants = new LinkedHashSet<>();
  final Set<Place> everyone = new LinkedHashSet<>();
  final Set<Place> ptr = new LinkedHashSet<>();
  final Set<Place> exists = new LinkedHashSet<>();
  final Set<Place> variable = new LinkedHashSet<>();
  SpfNode.Lookups total = SpfNode.Lookups.NONE;
  EffectiveAll all;

  Policy(String domain) {
    all = EffectiveAll.none(Presence.ABSENT, domain);
  }

  /** Takes over whom another policy lets send, less those that an earlier term decided on. */
  void pass(Policy other, AddressSet decided) {
    passes.addAllBut(other.passes, decided);
    grants.addAll(other.grants);
    everyone.addAll(other.everyone);
    ptr.addAll(other.ptr);
    exists.addAll(other.exists);
    variable.addAll(other.variable);
  }

  Authorised authorised() {
    return new Authorised(
        List.copyOf(grants),
        List.copyOf(everyone),
        List.copyOf(ptr),
        List.copyOf(exists),
        List.copyOf(variable),
        passes.size(IpVersion.IP4),
        passes.size(IpVersion.IP6));
  }
}

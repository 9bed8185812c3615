package dev.sigillo.demo;

import dev.sigillo.demo.DemoMailbox.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The 250 mailboxes of Esempio S.p.A. */
final class Directory {
  private static final int PEOPLE = 190;

  /** Every so many, a colleague works for the export office, and another has left. */
  private static final int EXPORT = 9;

  private static final int LEFT = 38;

  private static final List<String> ROOMS =
      List.of(
          "Adige",
          "Adda",
          "Arno",
          "Mincio",
          "Oglio",
          "Piave",
          "Po",
          "Tevere",
          "Ticino",
          "Bari 1",
          "Bari 2",
          "Showroom",
          "Auditorium");

  private static final List<String> EQUIPMENT =
      List.of(
          "Furgone 1",
          "Furgone 2",
          "Auto aziendale 1",
          "Auto aziendale 2",
          "Proiettore mobile",
          "Termocamera");

  private final Map<String, DemoMailbox> byAddress = new LinkedHashMap<>();
  private final Set<String> left = new HashSet<>();

  Directory() {
    List<String> names = People.names(PEOPLE);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean colleague = i >= People.CAST.size();
      DemoMailbox person =
          new DemoMailbox(
              People.alias(name),
              colleague && i % EXPORT == 0 ? Domains.EXPORT : Domains.MAIN,
              name,
              Kind.PERSON);
      add(person);
      if (colleague && i % LEFT == 0) {
        left.add(person.address());
      }
    }
    devices();
    shared();
    ROOMS.forEach(room -> add("sala." + alias(room), Domains.MAIN, "Sala " + room, Kind.ROOM));
    EQUIPMENT.forEach(one -> add(alias(one), Domains.MAIN, one, Kind.EQUIPMENT));
    add(
        "DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}",
        Domains.INITIAL,
        "Discovery Search Mailbox",
        Kind.DISCOVERY);
  }

  /** Accounts that machines use. */
  private void devices() {
    device("scanner.brescia", "Multifunzione sede di Brescia");
    device("scanner.bari", "Multifunzione stabilimento di Bari");
    device("scanner.magazzino", "Scanner magazzino (vecchio)");
    device("presenze", "Rilevatori presenze");
    device("ups", "Gruppi di continuità");
    device("videosorveglianza", "Videosorveglianza");
    device("gestionale", "Gestionale Argo");
    device("notifiche", "Portale clienti");
  }

  private void device(String alias, String name) {
    add(alias, Domains.MAIN, name, Kind.DEVICE);
  }

  private void shared() {
    Map<String, String> main = new LinkedHashMap<>();
    main.put("abuse", "Segnalazioni abusi");
    main.put("acquisti", "Ufficio acquisti");
    main.put("ambiente", "Ambiente e sicurezza sul lavoro");
    main.put("amministrazione", "Amministrazione");
    main.put("assistenza", "Assistenza clienti");
    main.put("direzione", "Direzione");
    main.put("dmarc", "Rapporti DMARC");
    main.put("eventi", "Eventi e fiere");
    main.put("fatture", "Fatturazione");
    main.put("helpdesk", "Helpdesk interno");
    main.put("info", "Informazioni");
    main.put("lavoraconnoi", "Lavora con noi");
    main.put("legale", "Ufficio legale");
    main.put("logistica", "Logistica");
    main.put("magazzino", "Magazzino centrale");
    main.put("manutenzione", "Manutenzione impianti");
    main.put("marketing", "Marketing");
    main.put("ordini", "Ordini clienti");
    main.put("personale", "Ufficio del personale");
    main.put("postmaster", "Postmaster");
    main.put("privacy", "Privacy");
    main.put("produzione", "Pianificazione produzione");
    main.put("qualita", "Assicurazione qualità");
    main.put("reclami", "Reclami");
    main.put("segreteria", "Segreteria generale");
    main.put("sicurezza.it", "Sicurezza informatica");
    main.put("spedizioni", "Spedizioni");
    main.put("ufficio.stampa", "Ufficio stampa");
    main.forEach((alias, name) -> add(alias, Domains.MAIN, name, Kind.SHARED));
    add("sales", Domains.EXPORT, "Export sales", Kind.SHARED);
    add("service", Domains.EXPORT, "Export service", Kind.SHARED);
    add("newsletter", Domains.NEWS, "Esempio News", Kind.SHARED);
    add("progetto.alfa", Domains.INITIAL, "Progetto Alfa", Kind.SHARED);
  }

  private static String alias(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
  }

  private void add(String alias, String domain, String name, Kind kind) {
    add(new DemoMailbox(alias, domain, name, kind));
  }

  private void add(DemoMailbox mailbox) {
    if (byAddress.put(mailbox.address(), mailbox) != null) {
      throw new IllegalStateException("twice: " + mailbox.address());
    }
  }

  List<DemoMailbox> mailboxes() {
    return List.copyOf(byAddress.values());
  }

  /** The mailbox of an address. */
  DemoMailbox find(String address) {
    DemoMailbox found = byAddress.get(address);
    if (found == null) {
      throw new IllegalArgumentException("no mailbox " + address);
    }
    return found;
  }

  boolean hasLeft(DemoMailbox mailbox) {
    return left.contains(mailbox.address());
  }

  /** One value for each mailbox, by key. */
  <T> Map<String, T> each(Function<DemoMailbox, T> value) {
    Map<String, T> all = new LinkedHashMap<>();
    mailboxes().forEach(mailbox -> all.put(mailbox.key(), value.apply(mailbox)));
    return all;
  }
}

package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Account.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The 250 mailboxes of Esempio S.p.A.: those the story names, and their colleagues. */
final class EsempioPeople {
  /** Those whom rules, policies or responses name. */
  private static final List<String> CAST =
      List.of(
          "Alessandro Martini",
          "Antonio De Luca",
          "Chiara Moretti",
          "Davide Costa",
          "Elena Fontana",
          "Francesca Galli",
          "Giorgio Rinaldi",
          "Laura Bianchi",
          "Marco Bellini",
          "Nicolò D'Angelo",
          "Paolo Greco",
          "Roberta Ferri",
          "Silvia Marchetti",
          "Stefano Riva");

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

  private static final List<String> ADMINISTRATORS =
      List.of("davide.costa", "elena.fontana", "marco.bellini");

  private static final long SEED = 20261120L;
  private static final int PEOPLE = 190;

  /** Every so many, a colleague works for the export office, has left, or has no second factor. */
  private static final int EXPORT = 9;

  private static final int LEFT = 38;
  private static final int UNREGISTERED = 60;
  private static final int FILING = 5;

  private final ListedDirectory directory;
  private final Org org;

  private EsempioPeople(Org org) {
    this.org = org;
    directory = new ListedDirectory(org);
  }

  /** Everybody, with what the story says of them. */
  static ListedDirectory directory(Org org) {
    EsempioPeople people = new EsempioPeople(org);
    people.persons();
    people.devices();
    people.shared();
    for (String room : ROOMS) {
      people.add(Kind.ROOM, "sala." + plain(room), EsempioTenant.MAIN, "Sala " + room);
    }
    for (String one : EQUIPMENT) {
      people.add(Kind.EQUIPMENT, plain(one), EsempioTenant.MAIN, one);
    }
    CleanTenant.discovery(people.directory, org);
    new EsempioMailboxes(people.directory).tell();
    return people.directory;
  }

  private void persons() {
    List<String> names = names();
    List<Account> staying = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean colleague = i >= CAST.size();
      String domain = colleague && i % EXPORT == 0 ? EsempioTenant.EXPORT : EsempioTenant.MAIN;
      Account person = add(Kind.PERSON, Names.alias(name), domain, name);
      person.administrator = ADMINISTRATORS.contains(person.alias);
      person.enabled = !colleague || i % LEFT != 0;
      if (person.enabled) {
        staying.add(person);
      }
      if (colleague && i % FILING == 0) {
        person.rule("Archivia").movesTo(i % 2 == 0 ? "Progetti" : "Fornitori");
      }
    }
    for (int i = UNREGISTERED; i < staying.size(); i += UNREGISTERED) {
      staying.get(i).mfa = false;
    }
  }

  /** The cast first, then colleagues, no two alike. */
  private static List<String> names() {
    List<String> colleagues = Names.all();
    Collections.shuffle(colleagues, new Random(SEED));
    List<String> names = new ArrayList<>(CAST);
    names.addAll(colleagues.subList(0, PEOPLE - CAST.size()));
    return names;
  }

  /** Accounts that machines use. */
  private void devices() {
    Map<String, String> devices = new LinkedHashMap<>();
    devices.put("scanner.brescia", "Multifunzione sede di Brescia");
    devices.put("scanner.bari", "Multifunzione stabilimento di Bari");
    devices.put("scanner.magazzino", "Scanner magazzino (vecchio)");
    devices.put("presenze", "Rilevatori presenze");
    devices.put("ups", "Gruppi di continuità");
    devices.put("videosorveglianza", "Videosorveglianza");
    devices.put("gestionale", "Gestionale Argo");
    devices.put("notifiche", "Portale clienti");
    devices.forEach(
        (alias, name) -> add(Kind.DEVICE, alias, EsempioTenant.MAIN, name).hidden = true);
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
    main.forEach((alias, name) -> add(Kind.SHARED, alias, EsempioTenant.MAIN, name));
    add(Kind.SHARED, "sales", EsempioTenant.EXPORT, "Export sales");
    add(Kind.SHARED, "service", EsempioTenant.EXPORT, "Export service");
    add(Kind.SHARED, "newsletter", EsempioTenant.NEWS, "Esempio News");
    add(Kind.SHARED, "progetto.alfa", org.initial(), "Progetto Alfa");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  private Account add(Kind kind, String alias, String domain, String name) {
    return CleanTenant.add(directory, org, kind, alias, domain, name);
  }
}

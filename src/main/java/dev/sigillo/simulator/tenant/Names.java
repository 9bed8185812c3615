package dev.sigillo.simulator.tenant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of people. */
final class Names {
  static final List<String> GIVEN =
      list(
          """
          Alberto, Alessia, Andrea, Angela, Anna, Arianna, Barbara, Beatrice, Carlo,
          Caterina, Claudio, Cristina, Daniele, Debora, Emanuele, Enrico, Erica, Fabio,
          Federica, Filippo, Gabriele, Giovanni, Giulia, Ilaria, Irene, Jacopo, Lorenzo,
          Luca, Lucia, Manuela, Marta, Martina, Massimo, Matteo, Michele, Monica, Niccolò,
          Paola, Piero, Raffaella, Riccardo, Sara, Simone, Sofia, Tommaso, Valentina,
          Veronica, Vincenzo
          """);

  static final List<String> FAMILY =
      list(
          """
          Amato, Barbieri, Basile, Benedetti, Bernardi, Bruno, Caputo, Carbone, Caruso,
          Colombo, Conte, Conti, D'Amico, De Santis, Del Monte, Di Stefano, Esposito, Fabbri,
          Farina, Ferrara, Ferretti, Fiore, Gatti, Gentile, Giordano, Grassi, Guerra, Leone,
          Lombardi, Longo, Mancini, Mariani, Marini, Messina, Monti, Morelli, Negri, Orlando,
          Palumbo, Parisi, Pellegrini, Piras, Ricci, Rizzi, Romano, Russo, Sala, Santoro,
          Serra, Silvestri, Testa, Valentini, Villa, Vitale, Zanetti
          """);

  private Names() {}

  /** A full name that a number stands for. */
  static String of(int hash) {
    int given = Integer.remainderUnsigned(hash, GIVEN.size());
    int family =
        Integer.remainderUnsigned(Integer.divideUnsigned(hash, GIVEN.size()), FAMILY.size());
    return GIVEN.get(given) + " " + FAMILY.get(family);
  }

  /** All full names that can be made, in order. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (String given : GIVEN) {
      for (String family : FAMILY) {
        all.add(given + " " + family);
      }
    }
    return all;
  }

  /** {@code nome.cognome}, without accents, apostrophes and blanks. */
  static String alias(String name) {
    int blank = name.indexOf(' ');
    return blank < 0
        ? plain(name)
        : plain(name.substring(0, blank)) + "." + plain(name.substring(blank + 1));
  }

  private static List<String> list(String names) {
    return List.of(names.strip().split(",\\s+"));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }
}

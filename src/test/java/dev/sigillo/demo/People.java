package dev.sigillo.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The people of Esempio S.p.A.: those the story names, and their colleagues. */
final class People {
  /** Those whom rules, policies or responses name. */
  static final List<String> CAST =
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

  private static final long SEED = 20261120L;

  private static final List<String> GIVEN =
      list(
          """
          Alberto, Alessia, Andrea, Angela, Anna, Arianna, Barbara, Beatrice, Carlo,
          Caterina, Claudio, Cristina, Daniele, Debora, Emanuele, Enrico, Erica, Fabio,
          Federica, Filippo, Gabriele, Giovanni, Giulia, Ilaria, Irene, Jacopo, Lorenzo,
          Luca, Lucia, Manuela, Marta, Martina, Massimo, Matteo, Michele, Monica, Niccolò,
          Paola, Piero, Raffaella, Riccardo, Sara, Simone, Sofia, Tommaso, Valentina,
          Veronica, Vincenzo
          """);

  private static final List<String> FAMILY =
      list(
          """
          Amato, Barbieri, Basile, Benedetti, Bernardi, Bruno, Caputo, Carbone, Caruso,
          Colombo, Conte, Conti, D'Amico, De Santis, Del Monte, Di Stefano, Esposito, Fabbri,
          Farina, Ferrara, Ferretti, Fiore, Gatti, Gentile, Giordano, Grassi, Guerra, Leone,
          Lombardi, Longo, Mancini, Mariani, Marini, Messina, Monti, Morelli, Negri, Orlando,
          Palumbo, Parisi, Pellegrini, Piras, Ricci, Rizzi, Romano, Russo, Sala, Santoro,
          Serra, Silvestri, Testa, Valentini, Villa, Vitale, Zanetti
          """);

  private People() {}

  /** So many full names: the cast first, then colleagues, no two alike. */
  static List<String> names(int count) {
    List<String> colleagues = new ArrayList<>();
    for (String given : GIVEN) {
      for (String family : FAMILY) {
        colleagues.add(given + " " + family);
      }
    }
    Collections.shuffle(colleagues, new Random(SEED));
    List<String> names = new ArrayList<>(CAST);
    names.addAll(colleagues.subList(0, count - CAST.size()));
    return names;
  }

  /** {@code nome.cognome}, without accents, apostrophes and blanks. */
  static String alias(String name) {
    int blank = name.indexOf(' ');
    return plain(name.substring(0, blank)) + "." + plain(name.substring(blank + 1));
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

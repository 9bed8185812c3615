package dev.sigillo.snapshot;

import java.util.Comparator;

/** Order of keys in keyed datasets: by code point, whatever the machine's language. */
enum KeyOrder implements Comparator<String> {
  BY_CODE_POINT;

  @Override
  public int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}

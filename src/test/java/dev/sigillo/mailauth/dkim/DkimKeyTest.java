package dev.sigillo.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {
  /** RFC 6376 appendix C. */
  private static final String RFC6376 =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB";

  /** RFC 8463 appendix A.2. */
  private static final String RFC8463 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  private static DkimKey parse(String text) {
    return DkimKey.parse(text).orElseThrow();
  }

  private static List<ProblemCode> codes(String text) {
    return parse(text).problems().stream().map(Problem::code).toList();
  }

  private static byte[] rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair().getPublic().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  @Test
  void the_keys_of_the_texts_are_read() {
    DkimKey rsa = parse("v=DKIM1; p=" + RFC6376);
    assertThat(rsa.type()).isEqualTo(KeyType.RSA);
    assertThat(rsa.bits()).isEqualTo(1024);
    assertThat(rsa.isUsable()).isTrue();
    DkimKey ed = parse("v=DKIM1; k=ed25519; p=" + RFC8463);
    assertThat(ed.type()).isEqualTo(KeyType.ED25519);
    assertThat(ed.bits()).isEqualTo(256);
    assertThat(ed.isUsable()).isTrue();
    assertThat(rsa.problems()).isEmpty();
    assertThat(ed.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 1152})
  void the_length_is_that_of_the_modulus_in_either_encoding(int bits) {
    byte[] info = rsa(bits);
    assertThat(parse("v=DKIM1; k=rsa; p=" + base64(info)).bits()).isEqualTo(bits);
    byte[] pkcs1 = Arrays.copyOfRange(info, bits < 2048 ? 22 : 24, info.length);
    assertThat(parse("p=" + base64(pkcs1)).bits()).isEqualTo(bits);
  }

  @Test
  void a_short_key_is_not_usable() {
    DkimKey key = parse("v=DKIM1; p=" + base64(rsa(768)));
    assertThat(key.bits()).isEqualTo(768);
    assertThat(key.isUsable()).isFalse();
    assertThat(key.has(DkimCode.KEY_TOO_SHORT)).isTrue();
  }

  @Test
  void an_empty_p_is_a_revoked_key() {
    DkimKey key = parse("v=DKIM1; p=");
    assertThat(key.revoked()).isTrue();
    assertThat(key.isUsable()).isFalse();
    assertThat(key.problems()).isEmpty();
  }

  @Test
  void flags_hashes_and_services_are_told() {
    DkimKey key = parse("v=DKIM1; h=sha1 : sha256; s=email:x; t=y:s; n=hello; p=" + RFC6376);
    assertThat(key.testing()).isTrue();
    assertThat(key.strict()).isTrue();
    assertThat(key.hashes()).containsExactly("sha1", "sha256");
    assertThat(key.services()).containsExactly("email", "x");
    assertThat(key.isUsable()).isTrue();
    assertThat(codes(key.text())).containsExactly(DkimCode.SHA1_ALLOWED);
    assertThat(parse("p=" + RFC6376).services()).containsExactly("*");
  }

  @Test
  void these_keys_are_read_and_not_usable() {
    assertThat(codes("v=DKIM1; h=sha1; p=" + RFC6376))
        .containsExactly(DkimCode.NO_SHA256, DkimCode.SHA1_ALLOWED);
    assertThat(codes("v=DKIM1; s=tlsrpt; p=" + RFC6376)).containsExactly(DkimCode.NOT_FOR_MAIL);
    assertThat(codes("v=DKIM1; k=dsa; p=" + RFC6376)).containsExactly(DkimCode.KEY_TYPE_UNKNOWN);
    assertThat(codes("k=rsa; v=DKIM1; p=" + RFC6376)).containsExactly(DkimCode.VERSION_NOT_FIRST);
    assertThat(codes("v=DKIM1; p=" + RFC6376 + "; p=")).containsExactly(DkimCode.TAG_REPEATED);
    assertThat(codes("v=DKIM1; k=rsa")).containsExactly(DkimCode.P_MISSING);
    assertThat(codes("v=DKIM1; p=" + RFC6376.substring(0, 100)))
        .containsExactly(DkimCode.KEY_UNREADABLE);
    assertThat(codes("v=DKIM1; p=" + RFC8463)).containsExactly(DkimCode.KEY_UNREADABLE);
    assertThat(codes("v=DKIM1; k=ed25519; p=" + RFC6376)).containsExactly(DkimCode.KEY_UNREADABLE);
    assertThat(codes("v=DKIM1; p=not*base64")).containsExactly(DkimCode.KEY_UNREADABLE);
    for (String text :
        List.of("h=sha1; p=" + RFC6376, "k=dsa; p=" + RFC6376, "k=rsa; v=DKIM1; p=" + RFC6376)) {
      assertThat(parse(text).isUsable()).as(text).isFalse();
    }
  }

  @Test
  void blanks_in_the_key_do_not_matter() {
    String spaced = RFC6376.substring(0, 76) + " \t" + RFC6376.substring(76);
    assertThat(parse("v=DKIM1; p = " + spaced + " ;").bits()).isEqualTo(1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v=spf1 -all", "v=DMARC1; p=none", "v=DKIM2; p=", "k=rsa", "google-site-x"})
  void these_are_no_keys(String text) {
    assertThat(DkimKey.parse(text)).isEmpty();
  }

  @Test
  void any_octets_are_read_without_failing() {
    Random random = new Random(8301);
    byte[] good = Base64.getDecoder().decode(RFC6376);
    for (int round = 0; round < 5_000; round++) {
      byte[] octets = good.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      octets = Arrays.copyOf(octets, random.nextInt(octets.length + 20));
      DkimKey key = parse("v=DKIM1; p=" + base64(octets));
      assertThat(key.bits()).isBetween(0, 16_384);
      assertThat(key.bits() == 0).isEqualTo(key.revoked() || key.has(DkimCode.KEY_UNREADABLE));
    }
    String alphabet = "vDKIM1=;:pkhstn \t\u0000\u00e9/+AQ";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "v=DKIM1;" : "p=");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(DkimKey.parse(text.toString())).isNotNull();
    }
  }

  @Test
  void a_key_of_a_megabit_is_refused_and_not_computed_with() {
    byte[] octets = new byte[40_000];
    Arrays.fill(octets, (byte) 0xff);
    assertThat(codes("v=DKIM1; p=" + base64(octets))).containsExactly(DkimCode.KEY_UNREADABLE);
  }
}

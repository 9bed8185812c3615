package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.OPTIONS;
import static dev.sigillo.collect.imports.Imports.mailboxes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.SnapshotException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of exports to import. */
abstract class CmdletFolder {
  static final String GUID = "11111111-2222-3333-4444-55555555555";

  @TempDir Path temp;
  Path folder;
  Path target;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temp.resolve("export"));
    target = temp.resolve("s.zip");
  }

  final void file(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(UTF_8));
  }

  final void file(String name, String text, Charset charset, int... mark) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int one : mark) {
      out.write(one);
    }
    out.writeBytes(text.replace('\'', '"').getBytes(charset));
    Files.write(folder.resolve(name), out.toByteArray());
  }

  final Mailbox mailbox(String key) {
    return Objects.requireNonNull(mailboxes(target).get(key));
  }

  final Imported run() {
    return CmdletImport.run(folder, target, OPTIONS);
  }

  final void refused(String sentence) {
    assertThatThrownBy(this::run)
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining(sentence);
    assertThat(target).doesNotExist();
    assertThat(temp).isDirectoryNotContaining(path -> path.toString().contains(".sigillo"));
  }

  final void twoMailboxes() throws IOException {
    file(
        "Get-Mailbox.json",
        "[{'ExternalDirectoryObjectId':'"
            + GUID
            + "A','ExchangeGuid':'x-a','Name':'anna',"
            + "'DisplayName':'Mario Rossi','PrimarySmtpAddress':'a@x.it',"
            + "'UserPrincipalName':'anna@x.it','EmailAddresses':['SMTP:a@x.it','smtp:old@x.it'],"
            + "'LegacyExchangeDN':'/o=Org/cn=anna','SecretNote':'s'},"
            + "{'ExternalDirectoryObjectId':'','ExchangeGuid':'X-B','Name':'bruno',"
            + "'DisplayName':'Mario Rossi','PrimarySmtpAddress':'b@x.it'}]");
  }
}

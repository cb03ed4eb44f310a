package org.turnpike.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void open() {
    home = Home.open(folder.resolve("home").toString());
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void nobody_else_can_look_inside() throws IOException {
    assertThat(permissions(folder.resolve("home"))).isEqualTo("rwx------");
  }

  @Test
  void a_master_key_is_made_once_and_only_its_owner_can_read_it() throws IOException {
    Path key = home.masterKey();
    String text = Files.readString(key);

    assertThat(Base64.getDecoder().decode(text.strip())).hasSize(32);
    assertThat(permissions(key)).isEqualTo("rw-------");
    assertThat(Files.readString(home.masterKey())).isEqualTo(text);
  }

  @Test
  void database_passwords_are_made_once_and_only_their_owner_can_read_them() throws IOException {
    Path file = home.file("passwords");
    DatabasePasswords made = DatabasePasswords.in(file);

    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(DatabasePasswords.in(file)).isEqualTo(made);
    assertThat(made.owner()).isNotEqualTo(made.application());
    assertThat(made).asString().doesNotContain(made.owner().reveal());
  }

  @Test
  void a_home_that_cannot_be_made_is_refused_in_one_line() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Home.open(file.resolve("home").toString()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("turnpike.home");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

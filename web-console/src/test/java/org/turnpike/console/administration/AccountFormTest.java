package org.turnpike.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.console.shell.Form;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.AccountDetails;

class AccountFormTest {
  private final Form form = new Form();

  @BeforeEach
  void a_dialog_that_was_filled() {
    AccountForm.begin(form);
    form.put("organizationId", "organization");
    form.put("mintUrl", "https://mint.example/{keyId}");
  }

  @Test
  void an_address_that_was_emptied_is_removed() {
    form.put("mintUrl", "");
    assertThat(details().mintUrl()).isEqualTo(Replacement.byNothing());
  }

  @Test
  void tokens_left_empty_stay_as_they_are() {
    form.put("apiToken", "");
    form.put("analyticsToken", "");
    form.put("organizationApiKey", "");
    assertThat(details().apiToken()).isNull();
    assertThat(details().analyticsToken()).isNull();
    assertThat(details().organizationApiKey()).isNull();
  }

  @Test
  void tokens_entered_take_the_place_of_the_old_ones() {
    form.put("analyticsToken", "new");
    assertThat(details().analyticsToken()).isEqualTo(Replacement.by(Secret.of("new")));
  }

  @Test
  void without_an_organization_there_is_no_key_of_it() {
    form.put("organizationId", "");
    assertThat(details().organizationId()).isEqualTo(Replacement.byNothing());
    assertThat(details().organizationApiKey()).isEqualTo(Replacement.byNothing());
  }

  private AccountDetails details() {
    return AccountForm.details(form);
  }
}

package org.turnpike.credentialservice.usage;

import java.util.List;
import org.turnpike.billing.Statement;
import org.turnpike.shared.Slice;

/** A page of statements: a name for what the OpenAPI document cannot see behind a Response. */
record StatementPage(List<StatementReply> items, String next) {
  static StatementPage of(Slice<Statement> page) {
    return new StatementPage(page.items().stream().map(StatementReply::of).toList(), page.next());
  }
}

package org.turnpike.console.network;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.Times;
import org.turnpike.network.AcknowledgeAddresses;
import org.turnpike.network.AddressSet;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.ChangeTicket;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.network.SeeAddressWatch;
import org.turnpike.network.Sight;

/** What firewalls are open for against what the DNS says, and the ticket that changes it. */
@Named("relayAddresses")
@RequestScoped
public class RelayAddressesPage {
  @Inject Person person;
  @Inject CountdownInView countdown;
  @Inject SeeAddressWatch seeing;
  @Inject AcknowledgeAddresses acknowledging;
  @Inject Notices notices;
  @Inject Look look;
  @Inject Times times;

  private final Form form = new Form();

  /** What is known of a family, and since when no more. */
  public record FamilyRow(String label, Sight sight, String stamp) {}

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    form.put("addresses", String.join(" ", watch().inUse().texts()));
  }

  public AddressWatch watch() {
    return countdown.watch();
  }

  public List<AddressRow> rows() {
    return AddressRow.of(watch());
  }

  public List<FamilyRow> families() {
    List<FamilyRow> rows = new ArrayList<>();
    for (Family family : Family.values()) {
      Sight sight = watch().sight(family);
      rows.add(new FamilyRow(family.label(), sight, stamp(family, sight)));
    }
    return rows;
  }

  private String stamp(Family family, Sight sight) {
    String when =
        sight.at() == null
            ? "not looked up yet"
            : (sight.problem() == null ? "looked up " : "not looked up since ")
                + times.minute(sight.at())
                + " "
                + times.zone();
    return family.label() + " " + when + (sight.problem() == null ? "" : ": " + sight.problem());
  }

  public String resolver() {
    return seeing.resolver();
  }

  /** In the person's own zone, which it names. */
  public String ticket() {
    return ChangeTicket.of(watch(), look.zone());
  }

  public boolean mayAcknowledge() {
    return SeeAddressWatch.mayAcknowledge(person.caller());
  }

  /** What the page showed, and not what has been seen since. */
  public void acknowledge() {
    AddressSet open = AddressSet.of(List.of(form.text("addresses").split(" ", -1)));
    acknowledging.acknowledge(person.caller(), open);
    countdown.lookAgain();
    notices.done("The firewall is open for all addresses: the countdown is over");
  }

  public Form getForm() {
    return form;
  }
}

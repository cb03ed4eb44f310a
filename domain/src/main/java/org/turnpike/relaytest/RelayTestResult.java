package org.turnpike.relaytest;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;

/**
 * What one run of the relay test found. It was told by a browser, whoever sat before it: evidence
 * for support, never for a bill. No address and no name is kept. Life: told; never changed.
 */
@Entity
@Table(name = "relay_test_result")
public class RelayTestResult {
  private static final int LONGEST_BROWSER = 100;

  @Id private UUID id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  /** Of the link, as it was. */
  private String label;

  @Column(name = "told_at")
  private Instant toldAt;

  private String browser;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "relay_test_leg", joinColumns = @JoinColumn(name = "result_id"))
  @OrderColumn(name = "position")
  private List<Leg> legs = new ArrayList<>();

  protected RelayTestResult() {}

  /**
   * One just told.
   *
   * @param browser such as "Chromium 140, Linux"; may be null
   * @param legs one to three, each of another transport
   */
  RelayTestResult(RelayTestLink link, String browser, List<Leg> legs, Instant now) {
    Plain.require("browser", browser, LONGEST_BROWSER);
    int transports = Leg.Transport.values().length;
    if (legs.isEmpty()
        || legs.size() > transports
        || legs.stream().map(Leg::transport).distinct().count() != legs.size()) {
      throw Rejected.invalid("legs", "legs needs one to three, each of another transport.");
    }
    this.id = UuidV7.at(now);
    this.tenant = link.tenant();
    this.label = link.label();
    this.toldAt = now;
    this.browser = browser;
    this.legs = new ArrayList<>(legs);
  }

  public UUID id() {
    return id;
  }

  public TenantId tenant() {
    return tenant;
  }

  public String label() {
    return label;
  }

  public Instant toldAt() {
    return toldAt;
  }

  /** Null where the browser did not tell. */
  public String browser() {
    return browser;
  }

  public List<Leg> legs() {
    return List.copyOf(legs);
  }
}

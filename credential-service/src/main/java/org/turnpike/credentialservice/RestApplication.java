package org.turnpike.credentialservice;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.turnpike.credentialservice.administration.AccountsResource;
import org.turnpike.credentialservice.administration.ApiKeysResource;
import org.turnpike.credentialservice.administration.AuditResource;
import org.turnpike.credentialservice.administration.InvitationsResource;
import org.turnpike.credentialservice.administration.TenantsResource;
import org.turnpike.credentialservice.administration.TurnKeysResource;
import org.turnpike.credentialservice.administration.UsersResource;
import org.turnpike.credentialservice.attribution.AttributionRulesResource;
import org.turnpike.credentialservice.attribution.SharedTurnKeysResource;
import org.turnpike.credentialservice.attribution.UnattributedUsageResource;
import org.turnpike.credentialservice.credentials.GrantsResource;
import org.turnpike.credentialservice.credentials.MintingResource;
import org.turnpike.credentialservice.credentials.TenantMintingResource;
import org.turnpike.credentialservice.network.AddressWatchResource;
import org.turnpike.credentialservice.notification.DestinationsResource;
import org.turnpike.credentialservice.notification.NotificationsResource;
import org.turnpike.credentialservice.quality.RelayQualityResource;
import org.turnpike.credentialservice.relaytest.RelayTestLinksResource;
import org.turnpike.credentialservice.relaytest.RelayTestResource;
import org.turnpike.credentialservice.relaytest.RelayTestsResource;
import org.turnpike.credentialservice.rules.BodyNeeded;
import org.turnpike.credentialservice.rules.FailureMapper;
import org.turnpike.credentialservice.rules.JsonBodies;
import org.turnpike.credentialservice.usage.LedgerResource;
import org.turnpike.credentialservice.usage.PossibleLeaksResource;
import org.turnpike.credentialservice.usage.StatementsResource;
import org.turnpike.credentialservice.usage.TenantStatementsResource;
import org.turnpike.credentialservice.usage.UsageResource;

/** All of the API but the hot path; listed, so that a server neither searches nor adds any. */
@ApplicationPath("/v1")
public class RestApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccountsResource.class,
        AddressWatchResource.class,
        ApiKeysResource.class,
        AttributionRulesResource.class,
        AuditResource.class,
        BodyNeeded.class,
        DestinationsResource.class,
        FailureMapper.class,
        GrantsResource.class,
        InvitationsResource.class,
        JsonBodies.class,
        LedgerResource.class,
        MintingResource.class,
        NotificationsResource.class,
        PossibleLeaksResource.class,
        RelayQualityResource.class,
        RelayTestLinksResource.class,
        RelayTestResource.class,
        RelayTestsResource.class,
        SharedTurnKeysResource.class,
        StatementsResource.class,
        TenantMintingResource.class,
        TenantStatementsResource.class,
        TenantsResource.class,
        TurnKeysResource.class,
        UnattributedUsageResource.class,
        UsageResource.class,
        UsersResource.class);
  }

  /** Jersey would describe the API in WADL, to anybody; others do not know the property. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}

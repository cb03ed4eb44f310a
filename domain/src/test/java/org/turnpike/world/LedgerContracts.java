package org.turnpike.world;

import org.junit.jupiter.api.Nested;
import org.turnpike.analytics.BreakdownReportsContract;
import org.turnpike.analytics.PossibleLeaksContract;
import org.turnpike.analytics.UsageBreakdownsContract;
import org.turnpike.analytics.UsageReportsContract;
import org.turnpike.attribution.AttributionRulesContract;
import org.turnpike.attribution.UnattributedUsageContract;
import org.turnpike.billing.RatePlansContract;
import org.turnpike.usage.CollectionMarksContract;
import org.turnpike.usage.CollectionPacesContract;
import org.turnpike.usage.LedgerTotalsContract;
import org.turnpike.usage.SettlementsContract;
import org.turnpike.usage.UsageLedgerContract;
import org.turnpike.usage.UsageRepliesContract;

/** What the ports of the ledger promise, of what is collected to what is billed. */
public abstract class LedgerContracts {
  /** Ports over a store with nothing in it. */
  protected abstract Ports empty();

  @Nested
  class OfCollectionMarks extends CollectionMarksContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfLedgerTotals extends LedgerTotalsContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfUsageLedger extends UsageLedgerContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfCollectionPaces extends CollectionPacesContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfAttributionRules extends AttributionRulesContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfUnattributedUsage extends UnattributedUsageContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfSettlements extends SettlementsContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfUsageReplies extends UsageRepliesContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfRatePlans extends RatePlansContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfUsageReports extends UsageReportsContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfUsageBreakdowns extends UsageBreakdownsContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfBreakdownReports extends BreakdownReportsContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }

  @Nested
  class OfPossibleLeaks extends PossibleLeaksContract {
    @Override
    protected Ports empty() {
      return LedgerContracts.this.empty();
    }
  }
}

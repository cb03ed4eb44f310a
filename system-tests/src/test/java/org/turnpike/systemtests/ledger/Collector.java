package org.turnpike.systemtests.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.turnpike.cloudflare.AnalyticsCalls;
import org.turnpike.cloudflare.CloudflareHttp;
import org.turnpike.cloudflare.CloudflareUsage;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.CollectUsage;
import org.turnpike.usage.UsageMeter;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Ports;

/** The product's collector, put together as the server does it. */
final class Collector {
  /** Its failures are meant here. Held: the JDK forgets the level of a logger that nobody holds. */
  private static final Logger LOG = Logger.getLogger(CollectUsage.class.getName());

  private final CollectUsage usage;

  static {
    LOG.setLevel(Level.OFF);
  }

  /** As many collectors as like share it. */
  static CloudflareHttp http(Ports ports) {
    return new CloudflareHttp(new Settings(setting -> Optional.empty()), ports.clock());
  }

  /**
   * A collector that is watched.
   *
   * @param afterReading is told each range that Cloudflare has answered, before it is posted
   */
  Collector(
      Ports ports,
      CloudflareHttp http,
      Map<Setting, String> changes,
      Consumer<TimeRange> afterReading) {
    Map<Setting, String> values = new EnumMap<>(Map.of(Setting.COLLECT_BUDGET, "300"));
    values.putAll(changes);
    Settings settings = new Settings(setting -> Optional.ofNullable(values.get(setting)));
    UsageMeter meter =
        new CloudflareUsage(new AnalyticsCalls(http, settings, ports.clock()), ports.clock());
    usage = UsageSamples.collector(ports, watched(meter, afterReading), settings);
  }

  /** By reflection: whatever else a meter is asked is handed on as it is. */
  private static UsageMeter watched(UsageMeter meter, Consumer<TimeRange> afterReading) {
    return (UsageMeter)
        Proxy.newProxyInstance(
            UsageMeter.class.getClassLoader(),
            new Class<?>[] {UsageMeter.class},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(meter, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              Arrays.stream(arguments)
                  .filter(TimeRange.class::isInstance)
                  .map(TimeRange.class::cast)
                  .forEach(afterReading);
              return answer;
            });
  }

  void collect() {
    usage.collect();
  }
}

package org.turnpike.systemtests.world;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.Installation;

/** The one browser of all tests; it ends with the JVM. */
public final class Chromium {
  /** It must call nobody but the product: not its maker, and no name that needs resolving. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          // A page that a test itself answers for counts as public, and may not load from this
          // machine.
          "--disable-features=LocalNetworkAccessChecks",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
          // A camera and a microphone that make test pictures, few, and tones; peers on this
          // machine.
          "--use-fake-device-for-media-stream=fps=10",
          "--use-fake-ui-for-media-stream",
          "--allow-loopback-in-peer-connection");

  private static Browser browser;

  private Chromium() {}

  public static synchronized Browser running() {
    if (browser == null) {
      browser = start();
    }
    return browser;
  }

  private static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Installation.chromium())
                .setArgs(ARGUMENTS));
  }
}

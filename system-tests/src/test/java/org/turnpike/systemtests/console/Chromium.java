package org.turnpike.systemtests.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.Installation;

/** The one browser of all tests; it ends with the JVM. */
final class Chromium {
  /** It must call nobody but the product: not its maker, and no name that needs resolving. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");

  private static Browser browser;

  private Chromium() {}

  static synchronized Browser running() {
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Installation.chromium())
                      .setArgs(ARGUMENTS));
    }
    return browser;
  }
}

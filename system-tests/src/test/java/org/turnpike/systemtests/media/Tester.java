package org.turnpike.systemtests.media;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.Chromium;

/** Somebody who got a link to the relay test, and opened it. */
final class Tester implements AutoCloseable {
  /** Each way is given up after some ten seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Tester(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  static Tester at(String link) {
    BrowserContext context = Chromium.running().newContext();
    Tester tester = new Tester(context, context.newPage());
    tester.page.navigate(link);
    return tester;
  }

  /** The same in a window that somebody else has opened. */
  static Tester in(Page page) {
    return new Tester(page.context(), page);
  }

  /** Runs the test to its end. */
  Tester run() {
    page.evaluate("delete document.body.dataset.done");
    page.getByText("Start the test").click();
    await("the end of the test")
        .atMost(PATIENCE)
        .until(() -> page.locator("body").getAttribute("data-done") != null);
    return this;
  }

  /** Hands its credential over this much later, as after a sleep of the machine. */
  Tester withLateCredential(Duration late) {
    page.route(
        "**/relay-test/credentials",
        route -> {
          APIResponse reply = route.fetch();
          page.waitForTimeout((double) late.toMillis());
          route.fulfill(new Route.FulfillOptions().setResponse(reply));
        });
    return this;
  }

  /** What became of a way, such as {@code works}. */
  String outcome(String transport) {
    return page.locator("#" + transport).getAttribute("data-outcome");
  }

  /** Its round trip, loss and bit rate, as the page writes them. */
  String figures(String transport) {
    return page.locator("#" + transport + " .figures").textContent();
  }

  /** The sentence for whoever sits there. */
  String verdict() {
    return page.locator("#verdict").textContent();
  }

  String details() {
    return page.locator("#details").inputValue();
  }

  String letter() {
    return page.locator("#letter").inputValue();
  }

  /** Whether the result arrived. */
  String sent() {
    return page.locator("#sent").textContent();
  }

  List<String> complaints() {
    return complaints;
  }

  Tester look(String name) {
    Path picture = Installation.screenshots().resolve("relay-test-page-" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}

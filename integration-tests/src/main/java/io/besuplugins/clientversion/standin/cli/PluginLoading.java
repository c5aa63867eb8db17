package io.besuplugins.clientversion.standin.cli;

import io.besuplugins.clientversion.standin.plugin.PluginSelection;
import io.besuplugins.clientversion.standin.plugin.PluginSelection.VerificationMode;
import io.besuplugins.clientversion.standin.release.Release;
import io.besuplugins.clientversion.standin.release.Trait;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which plugins are loaded: the options of it that the release has, and no others. */
public final class PluginLoading {

  private final Release release;
  private final Requested requested = new Requested();
  private final Switch onOff = new Switch();
  private final Leniency leniency = new Leniency();
  private final Verification verification = new Verification();

  /**
   * The options of a release.
   *
   * @param release the release
   */
  public PluginLoading(final Release release) {
    this.release = release;
  }

  /**
   * What the operator has chosen, once the command line is parsed.
   *
   * @return the choice
   */
  public PluginSelection selection() {
    return new PluginSelection(
        PluginSelection.defaultDirectory(),
        onOff.isOn,
        List.copyOf(requested.names),
        leniency.continueOnError,
        verification.mode);
  }

  void addTo(final CommandLine commandLine) {
    if (release.has(Trait.SELECTS_PLUGINS)) {
      commandLine.addMixin("requested plugins", requested);
    }
    if (release.has(Trait.SWITCHES_PLUGINS_OFF)) {
      commandLine.addMixin("plugins on or off", onOff);
    }
    if (release.has(Trait.STOPS_AT_FAILING_PLUGINS)) {
      commandLine.addMixin("failing plugins", leniency);
    }
    if (release.has(Trait.VERIFIES_PLUGINS)) {
      commandLine.addMixin("plugin verification", verification);
    }
  }

  private static final class Requested {

    @Option(
        names = "--plugins",
        split = ",",
        description = "Comma-separated list of plugin names to load")
    private List<String> names = new ArrayList<>();
  }

  private static final class Switch {

    @Option(names = "--Xplugins-external-enabled", arity = "0..1", hidden = true)
    private Boolean isOn = true;
  }

  private static final class Leniency {

    @Option(
        names = "--plugin-continue-on-error",
        arity = "0..1",
        description =
            "Allow startup even if any plugins fail to initialize correctly (default: ${DEFAULT-VALUE})")
    private Boolean continueOnError = false;
  }

  private static final class Verification {

    @Option(
        names = "--plugins-verification-mode",
        description = "How to verify plugins during startup phase (default: ${DEFAULT-VALUE})")
    private VerificationMode mode = VerificationMode.NONE;
  }
}

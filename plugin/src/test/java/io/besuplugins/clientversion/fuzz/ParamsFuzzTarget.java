// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.besuplugins.clientversion.client.ClientVersion;
import io.besuplugins.clientversion.client.ClientVersionParser;
import io.besuplugins.clientversion.client.InvalidClientVersionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parses any bytes as the params of a call, and checks what the plugin keeps of a caller's texts:
 * it is printable ASCII without quotation marks and backslashes, bounded in length, and nothing but
 * surrounding spaces is lost unless it is truncated.
 */
public final class ParamsFuzzTarget {

  private static final String PLUGIN = "io.besuplugins.clientversion.";
  private static final Pattern KEPT = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]*");
  private static final Pattern ESCAPE = Pattern.compile("<U\\+([0-9A-F]{4,6})>");
  private static final Pattern HASH = Pattern.compile("(0[xX])?[0-9a-fA-F]{0,64}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> SAMPLES =
      List.of(
          "[{\"code\":\"LH\",\"commit\":\"0dd215c2\",\"name\":\"Lighthouse\",\"version\":\"v5\"}]",
          "[{\"code\":\"TK\",\"name\":\"teku\",\"version\":\"v26\",\"commit\":\"0x87fa8ca7\"}]",
          "[{\"code\":\"runner\",\"name\":null,\"commit\":\"Local bu\",\"x\":[1.5,{}]},\"x\"]",
          "[{\"code\":\"\\n\\u202E\",\"name\":\"${jndi:x}{}%s\\\"\",\"version\":\"\\uD800\"}]",
          "[{\"code\":7}]",
          "[[\"LH\"]]",
          "[null]",
          "null");

  private static long parsed;

  private ParamsFuzzTarget() {}

  /**
   * Fuzzes in a process of its own, which fails if it finds something.
   *
   * @param args the directory for corpus and findings, and the number of inputs
   */
  public static void main(final String[] args) throws IOException, InterruptedException {
    final Path work = Path.of(args[0]);
    final Path corpus = Files.createDirectories(work.resolve("corpus"));
    for (int i = 0; i < SAMPLES.size(); i++) {
      Files.writeString(corpus.resolve("sample-" + i), SAMPLES.get(i));
    }
    final Path words = work.resolve("words.dict");
    try (InputStream dictionary = ParamsFuzzTarget.class.getResourceAsStream("words.dict")) {
      Files.copy(dictionary, words, StandardCopyOption.REPLACE_EXISTING);
    }
    Jazzer.main(
        new String[] {
          "--target_class=" + ParamsFuzzTarget.class.getName(),
          "--instrumentation_includes=" + PLUGIN + "**",
          "--custom_hook_includes=" + PLUGIN + "**",
          "--instrumentation_excludes=" + PLUGIN + "fuzz.**",
          "--reproducer_path=" + work,
          "-artifact_prefix=" + work + "/",
          "-dict=" + words,
          "-max_len=1000",
          "-rss_limit_mb=0",
          "-verbosity=0",
          "-runs=" + args[1],
          corpus.toString()
        });
  }

  /** The fuzzer calls this with each input. */
  public static void fuzzerTestOneInput(final byte[] json) {
    final Object[] params;
    try {
      params = JSON.convertValue(JSON.readValue(json, Object.class), Object[].class);
    } catch (final IOException | IllegalArgumentException e) {
      // Besu rejects what is not JSON, or neither an array nor null.
      return;
    }
    try {
      ClientVersionParser.parse(params).ifPresent(client -> check((Map<?, ?>) params[0], client));
    } catch (final InvalidClientVersionException e) {
      require(KEPT.matcher(e.getMessage()).matches(), e.getMessage());
    }
  }

  /** The fuzzer calls this at its end; without any client that was parsed, nothing was tested. */
  public static void fuzzerTearDown() {
    System.out.println("fuzzed the parameters: " + parsed + " clients parsed");
    if (parsed == 0) {
      // The process is exiting already, with another status, and waits for this method.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void check(final Map<?, ?> sent, final ClientVersion client) {
    parsed++;
    checkText(textOf(sent, "code"), client.code(), 16);
    checkText(textOf(sent, "version"), client.version(), 128);
    if (!withoutSpaces(textOf(sent, "name")).isEmpty()) {
      checkText(textOf(sent, "name"), client.name(), 64);
    }
    checkCommit(withoutSpaces(textOf(sent, "commit")), client.commit());
  }

  private static void checkCommit(final String sent, final String kept) {
    if (HASH.matcher(sent).matches()) {
      require(kept.equals(sent.toLowerCase(Locale.ROOT).replaceFirst("^0x", "")), kept);
    } else {
      checkText(sent, kept, 64);
    }
  }

  private static void checkText(final String sent, final String kept, final int maxLength) {
    require(KEPT.matcher(kept).matches() && kept.length() <= maxLength, kept);
    final boolean isTruncated = kept.length() == maxLength && kept.endsWith("...");
    final String whole = kept.replaceFirst("(<(U(\\+[0-9A-F]*)?)?)?\\.\\.\\.$", "");
    require(
        isTruncated
            ? unescape(withoutSpaces(sent)).startsWith(unescape(whole))
            : unescape(kept).equals(unescape(withoutSpaces(sent))),
        kept);
  }

  private static String textOf(final Map<?, ?> sent, final String field) {
    return sent.get(field) instanceof String text ? text : "";
  }

  private static String withoutSpaces(final String text) {
    return text.replaceAll("^ +| +\\z", "");
  }

  /** Applied to both sides, because a caller may send what looks like an escape. */
  private static String unescape(final String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              final int codePoint = Integer.parseInt(match.group(1), 16);
              return Character.isValidCodePoint(codePoint)
                  ? java.util.regex.Matcher.quoteReplacement(Character.toString(codePoint))
                  : "?";
            });
  }

  private static void require(final boolean condition, final String text) {
    if (!condition) {
      throw new AssertionError("Violates the rule for untrusted text: " + text);
    }
  }
}

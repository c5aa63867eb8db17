// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.security;

import io.besuplugins.clientversion.dsl.client.ClientVersionRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Params with which a caller that holds the secret may try to harm a node, in JSON. */
enum HostileInput {
  DEEP_NESTING(
      nested(100),
      nested(900),
      nested(100_000),
      "[" + nested(900) + "]",
      "[{\"code\":\"LH\",\"unknown\":" + nested(900) + "}]",
      "[{\"code\":" + nested(900) + "}]"),

  FIVE_MEGABYTES(
      identity("LH", "Lighthouse", megabytes(5, "v"), "00000000"),
      identity("LH", megabytes(5, "\\n"), "", ""),
      identity(megabytes(1, "C"), megabytes(2, "n"), "v1", megabytes(2, "0")),
      "[{\"code\":\"LH\",\"unknown\":\"" + megabytes(5, "x") + "\"}]",
      "[" + megabytes(5, "0,") + "0]",
      "[{" + megabytes(5, "\"code\":\"LH\",") + "\"code\":\"LH\"}]",
      identity("LH", "Lighthouse", megabytes(9, "v"), "00000000")),

  FORGED_LINES_AND_ODD_VALUES(
      "[{\"code\":\"LH\",\"code\":\"TK\",\"code\":7,\"code\":\"GR\"}]",
      "[{\"version\":1e999999999}]",
      "[{\"commit\":" + "9".repeat(100_000) + "}]",
      "[{\"code\":NaN}]",
      identity("\\ud800", "\\ud83d".repeat(1_000), "v\\ud83d", "\\ude00"),
      identity("LH", "Lighthouse\\r\\nforged", "v1\\u2028forged", "\\u0085forged"),
      identity("LH", "\\u001b[2J\\u001b[1;1Hforged", "\\u202eforged", "\\u0000forged"),
      identity("\\n", "\\n", "\\nforged", "\\n")),

  NEW_IDENTITY_PER_CALL(
      IntStream.range(0, 500)
          .mapToObj(
              i -> identity("Z" + i, "flood", i + "v".repeat(32 * 1024), Integer.toHexString(i)))),

  CLIENTS_IN_TURN(
      IntStream.range(0, 1_000)
          .mapToObj(
              i ->
                  (i % 2 == 0
                          ? ClientVersionRequest.LIGHTHOUSE_WITHOUT_GIT
                          : ClientVersionRequest.TEKU_WITHOUT_MANIFEST)
                      .params()));

  private final List<String> params;

  HostileInput(final String... params) {
    this(Stream.of(params));
  }

  HostileInput(final Stream<String> params) {
    this.params = params.toList();
  }

  /** The params of each call. */
  List<String> params() {
    return params;
  }

  /** The first of them, enough for the node to allocate its buffers. */
  List<String> firstParams() {
    return params.subList(0, Math.min(params.size(), 100));
  }

  private static String nested(final int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  /** Slightly less, so that the whole request stays within Besu's limit of 5 MB. */
  private static String megabytes(final int count, final String filling) {
    return filling.repeat((count * 1024 - 4) * 1024 / filling.length());
  }

  /** Does not escape the texts. */
  private static String identity(
      final String code, final String name, final String version, final String commit) {
    return "[{\"code\":\"%s\",\"name\":\"%s\",\"version\":\"%s\",\"commit\":\"%s\"}]"
        .formatted(code, name, version, commit);
  }
}

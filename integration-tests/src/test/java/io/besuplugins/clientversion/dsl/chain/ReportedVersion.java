// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A client as Teku's {@code /eth/v2/node/version} reports it.
 *
 * @param commit eight hex digits
 */
public record ReportedVersion(String code, String name, String version, String commit) {

  /** All texts are empty if the JSON is missing. */
  static ReportedVersion of(final JsonNode json) {
    return new ReportedVersion(
        json.path("code").asText(),
        json.path("name").asText(),
        json.path("version").asText(),
        json.path("commit").asText().replaceFirst("^0x", ""));
  }

  /** How it identifies itself in graffiti. */
  public String graffiti() {
    return code + commit.substring(0, 4);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown document.
 *
 * @param heading the heading that it is under
 * @param language what follows the opening fence; empty without one
 * @param text the lines between the fences
 */
record CodeBlock(String heading, String language, String text) {

  private static final String FENCE = "```";

  /** Every block of a document, in order. */
  static List<CodeBlock> of(final Path document) throws IOException {
    final List<CodeBlock> blocks = new ArrayList<>();
    String heading = "";
    String language = null;
    final StringBuilder text = new StringBuilder();
    for (final String line : Files.readAllLines(document)) {
      if (line.strip().startsWith(FENCE)) {
        if (language == null) {
          language = line.strip().substring(FENCE.length());
        } else {
          blocks.add(new CodeBlock(heading, language, text.toString()));
          text.setLength(0);
          language = null;
        }
      } else if (language != null) {
        text.append(line).append('\n');
      } else if (line.startsWith("#")) {
        heading = line.replaceFirst("#+ ", "");
      }
    }
    return blocks;
  }

  /** The text of the first of these blocks with that heading and language. */
  static String text(final List<CodeBlock> blocks, final String heading, final String language) {
    return blocks.stream()
        .filter(block -> block.heading.equals(heading) && block.language.equals(language))
        .findFirst()
        .orElseThrow()
        .text;
  }

  boolean isYaml() {
    return language.equals("yaml");
  }

  /** The file that the block belongs into, from the comment in its first line. */
  String file() {
    return text.lines().findFirst().orElse("").replaceFirst("^# ", "");
  }

  /** The content of a block of YAML. */
  JsonNode yaml() throws IOException {
    return new YAMLMapper().readTree(text);
  }

  @Override
  public String toString() {
    return heading + ", " + language;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A fenced block of a Markdown document.
 *
 * @param heading the heading that it is under
 * @param language what follows the opening fence; empty without one
 * @param text the lines between the fences
 */
public record CodeBlock(String heading, String language, String text) {

  /** Every block of a document, in order. */
  public static List<CodeBlock> of(final Path document) throws IOException {
    final List<CodeBlock> blocks = new ArrayList<>();
    final AbstractVisitor visitor =
        new AbstractVisitor() {
          private String heading = "";

          @Override
          public void visit(final Heading node) {
            heading = TextContentRenderer.builder().build().render(node);
          }

          @Override
          public void visit(final FencedCodeBlock node) {
            blocks.add(new CodeBlock(heading, node.getInfo(), node.getLiteral()));
          }
        };
    Parser.builder().build().parse(Files.readString(document)).accept(visitor);
    return blocks;
  }

  /** The content of a block of YAML. */
  JsonNode yaml() {
    try {
      return new YAMLMapper().readTree(text);
    } catch (final IOException e) {
      throw new UncheckedIOException(toString(), e);
    }
  }

  @Override
  public String toString() {
    return heading + ", " + language;
  }
}

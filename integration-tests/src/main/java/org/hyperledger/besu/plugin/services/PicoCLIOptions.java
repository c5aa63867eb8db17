package org.hyperledger.besu.plugin.services;

/** Lets a plugin add options to the node's command line while it registers. */
public interface PicoCLIOptions extends BesuService {

  /**
   * Adds the options of an annotated object.
   *
   * @param namespace what every option name has to begin with, after {@code --plugin-}
   * @param optionObject an object with picocli annotations
   */
  void addPicoCLIOptions(String namespace, Object optionObject);
}

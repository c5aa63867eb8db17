// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.dsl.chain;

import io.besuplugins.clientversion.dsl.node.Node;
import io.besuplugins.clientversion.dsl.process.ServerProcess;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcClient;
import io.besuplugins.clientversion.dsl.rpc.JsonRpcResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A beacon node and all validators of a chain, in one process of Teku. When it has stopped it can
 * be started again, with its data and on the same port, and its log continues.
 */
public final class TekuNode implements AutoCloseable {

  private static final String FEE_RECIPIENT = "0xfe3b557e8fb62b89f4916b721be55ceb828dbd73";

  private final Teku teku;
  private final Path directory;
  private final ChainGenesis genesis;
  private final URI url;
  private final List<String> options;
  private ServerProcess process;

  private TekuNode(
      final Teku teku,
      final Path directory,
      final ChainGenesis genesis,
      final URI url,
      final List<String> options) {
    this.teku = teku;
    this.directory = directory;
    this.genesis = genesis;
    this.url = url;
    this.options = options;
  }

  /** Creates a node that is connected to a Besu; its directory is below the Besu's. */
  static TekuNode create(final Teku teku, final Node besu, final ChainGenesis genesis) {
    try {
      final Path directory = Files.createDirectory(besu.directory().resolve("teku"));
      final Path network =
          Files.writeString(directory.resolve("network.yaml"), ChainGenesis.networkOfTeku());
      final Path header =
          Files.writeString(
              directory.resolve("payload-header.json"), genesis.payloadHeader().toString());
      final Path secret = Files.writeString(directory.resolve("jwt.hex"), besu.secret().hex());
      final int port = ServerProcess.freePort();
      final List<String> options =
          List.of(
              "--network=" + network,
              // Lets the file leave out what is as in the network minimal.
              "--Xstartup-strict-config-loader-enabled=false",
              "--data-path=" + directory.resolve("data"),
              "--Xinterop-enabled=true",
              "--Xinterop-genesis-time=" + genesis.time().getEpochSecond(),
              "--Xinterop-genesis-payload-header=" + header,
              "--Xinterop-number-of-validators=" + ChainGenesis.VALIDATORS,
              "--Xinterop-owned-validator-start-index=0",
              "--Xinterop-owned-validator-count=" + ChainGenesis.VALIDATORS,
              "--validators-proposer-default-fee-recipient=" + FEE_RECIPIENT,
              "--ee-endpoint=" + besu.engineUrl(),
              "--ee-jwt-secret-file=" + secret,
              "--p2p-enabled=false",
              "--rest-api-enabled=true",
              "--rest-api-interface=127.0.0.1",
              "--rest-api-port=" + port,
              "--log-destination=CONSOLE",
              "--log-color-enabled=false");
      return new TekuNode(
          teku, directory, genesis, URI.create("http://127.0.0.1:" + port), options);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits until its REST API responds. */
  public void start() {
    final ProcessBuilder command = teku.command(options);
    command.environment().put("TEKU_OPTS", Chain.QUICK_START);
    try {
      process =
          ServerProcess.start(command, log(), () -> get("/eth/v1/node/version").status() == 200);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it and waits until it has exited. */
  public void stop() {
    process.stop();
  }

  /** What it has printed. */
  Path log() {
    return directory.resolve("teku.log");
  }

  /** What it reports of itself. */
  public ReportedVersion version() {
    return ReportedVersion.of(get("/eth/v2/node/version").json().at("/data/beacon_node"));
  }

  /** What it reports of the execution client. */
  public ReportedVersion executionClient() {
    return ReportedVersion.of(get("/eth/v2/node/version").json().at("/data/execution_client"));
  }

  /** The slot that began last; negative before the first. */
  long currentSlot() {
    return Math.floorDiv(
        Duration.between(genesis.time(), Instant.now()).toMillis(),
        ChainGenesis.SLOT_SECONDS * 1000);
  }

  /** The slot of the newest block. */
  long headSlot() {
    return get("/eth/v1/beacon/headers/head").json().at("/data/header/message/slot").asLong();
  }

  /** The block of a slot, unless the slot was missed. */
  Optional<BeaconBlock> block(final long slot) {
    final JsonRpcResponse response = get("/eth/v2/beacon/blocks/" + slot);
    return response.status() == 200
        ? Optional.of(BeaconBlock.of(response.json().at("/data/message")))
        : Optional.empty();
  }

  private JsonRpcResponse get(final String path) {
    return JsonRpcClient.withoutToken(url.resolve(path)).get();
  }

  /** Stops it without waiting for it. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}

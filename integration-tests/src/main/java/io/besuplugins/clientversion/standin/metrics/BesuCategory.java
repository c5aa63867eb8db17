package io.besuplugins.clientversion.standin.metrics;

import java.util.Optional;
import org.hyperledger.besu.plugin.services.metrics.MetricCategory;

/** Besu's own metric categories; all but those of the database are on unless the operator says. */
public enum BesuCategory implements MetricCategory {
  BLOCKCHAIN("blockchain", "besu_"),
  ETHEREUM("ethereum", null),
  EXECUTORS("executors", "besu_"),
  NETWORK("network", "besu_"),
  PEERS("peers", "besu_"),
  PERMISSIONING("permissioning", "besu_"),
  KVSTORE_ROCKSDB("rocksdb", "besu_"),
  KVSTORE_PRIVATE_ROCKSDB("private_rocksdb", "besu_"),
  KVSTORE_ROCKSDB_STATS("rocksdb", null),
  KVSTORE_PRIVATE_ROCKSDB_STATS("private_rocksdb", null),
  PRUNER("pruner", "besu_"),
  RPC("rpc", "besu_"),
  SYNCHRONIZER("synchronizer", "besu_"),
  TRANSACTION_POOL("transaction_pool", "besu_"),
  BLOCK_PROCESSING("block_processing", "besu_"),
  JVM("jvm", null),
  PROCESS("process", null);

  private final String label;
  private final String prefix;

  BesuCategory(final String label, final String prefix) {
    this.label = label;
    this.prefix = prefix;
  }

  @Override
  public String getName() {
    return label;
  }

  @Override
  public Optional<String> getApplicationPrefix() {
    return Optional.ofNullable(prefix);
  }

  boolean isOnByDefault() {
    return !name().startsWith("KVSTORE_");
  }
}

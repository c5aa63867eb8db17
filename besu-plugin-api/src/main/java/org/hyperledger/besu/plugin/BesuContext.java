package org.hyperledger.besu.plugin;

/**
 * Where a plugin asks for Besu's services up to 24.10.0, with {@code getService} as its own method;
 * gone from 25.7.0 on.
 */
public interface BesuContext extends ServiceManager {}

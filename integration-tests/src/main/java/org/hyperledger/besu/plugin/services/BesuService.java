package org.hyperledger.besu.plugin.services;

/** Marks what a plugin may ask the node for. */
public interface BesuService {}

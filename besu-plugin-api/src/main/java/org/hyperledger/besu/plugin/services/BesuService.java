package org.hyperledger.besu.plugin.services;

/** Marks what can be asked for as a service. */
public interface BesuService {}

package org.hyperledger.besu.plugin;

/** Announced, not released. */
public interface StartContext {}

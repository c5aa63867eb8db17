/**
 * The plugin class, which wires the rooms along Besu's plugin lifecycle, and nothing else.
 *
 * <p>Data flows one way. An engine call becomes what was said ({@code identification}), becomes who
 * has called ({@code consensus}), becomes what the operator sees ({@code operator}); build metadata
 * become who we are ({@code execution}), become the answer ({@code engine}).
 *
 * <p>One jar serves every Besu from 24.4.0 on. Where its releases differ, and who copes with it:
 *
 * <ul>
 *   <li>24.9.0: a method of Besu's own on merge networks, which a plugin must not register too;
 *       24.10.0: the merge flag moved; 26.7.0: proof of stake that the flag does not know: {@link
 *       io.besuplugins.clientversion.engine.RunningBesu}, which alone knows Besu's inside
 *   <li>24.12.0: {@code BesuContext} became {@code ServiceManager}; 26.1.0: {@code getName()}
 *       returns another type: {@link io.besuplugins.clientversion.ClientVersionPlugin}
 *   <li>24.9.0: the commit is in the manifest, before it is in a table: {@link
 *       io.besuplugins.clientversion.execution.ExecutionClient}
 *   <li>24.5.0: categories of metrics that plugins bring cannot be switched on until 24.10.0:
 *       {@link io.besuplugins.clientversion.operator.ConsensusClientMetrics}
 *   <li>26.8.0: log4j is not reconfigured at start as before; at any time an operator may: {@link
 *       io.besuplugins.clientversion.engine.EngineLogObserver}
 * </ul>
 */
package io.besuplugins.clientversion;

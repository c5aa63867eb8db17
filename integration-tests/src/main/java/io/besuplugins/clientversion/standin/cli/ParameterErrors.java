package io.besuplugins.clientversion.standin.cli;

import java.io.PrintWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line why the node does not start, and ends it with Besu's exit status, 2. */
final class ParameterErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(final ParameterException failure, final String[] args) {
    final PrintWriter err = failure.getCommandLine().getErr();
    err.println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println();
    err.println("To display full help:");
    err.println("besu [COMMAND] --help");
    return failure.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
  }
}

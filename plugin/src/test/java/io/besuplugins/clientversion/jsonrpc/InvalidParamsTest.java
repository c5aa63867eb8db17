package io.besuplugins.clientversion.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidParamsTest {

  @Test
  void isTheErrorOfJsonRpcWithItsReason() {
    final InvalidParams error = new InvalidParams("params[0].code must be a string, not a number");

    assertThat(error.getCode()).isEqualTo(-32602);
    assertThat(error.getMessage())
        .isEqualTo("Invalid params: params[0].code must be a string, not a number");
  }
}

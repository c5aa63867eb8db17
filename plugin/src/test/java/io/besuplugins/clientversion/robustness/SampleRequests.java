// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.robustness;

import java.util.List;

/** Parameters that real clients and proxies send, and malformed ones. */
final class SampleRequests {
  static final List<String> PARAMS =
      """
      [{"code":"LH","commit":"0dd215c2","name":"Lighthouse","version":"v5.3.0"}]
      [{"code":"TK","name":"teku","version":"v26.8.0","commit":"0x87fa8ca7"}]
      [{"code":"LS","name":"Lodestar","version":"","commit":"0x"}]
      [{"code":"GR","name":"grandine","version":"2.0.0+<Unknown>","commit":"1531b19"}]
      [{"code":"runner","name":null,"commit":"Local bu","x":[1.5,true,{}]},"x"]
      [{"code":"\\n\\u202E","name":"${jndi:x}{}%s","version":"\\uD800","commit":"0x\\u2028"}]
      [{"code":7}]
      [["LH"]]
      [null]
      []
      null
      """
          .lines()
          .toList();

  private SampleRequests() {}
}

// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

  /** The ranks are those of the tables of the sign test. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "8, 1, 8", "9, 2, 8", "12, 3, 10", "20, 6, 15"})
  void boundsTheMedianAsTheSignTestDoes(final int pairs, final double low, final double high) {
    final Spread spread = Spread.of(IntStream.rangeClosed(1, pairs).asDoubleStream());

    assertThat(spread).isEqualTo(new Spread((pairs + 1) / 2.0, low, high));
  }

  @Test
  void isAboveAnAimOnlyWithBothBounds() {
    final Spread spread = Spread.of(DoubleStream.of(1.03, 1.01, 1.05));

    assertThat(spread.isAbove(1.02)).isFalse();
    assertThat(spread.isAbove(1.00)).isTrue();
  }

  @Test
  void showsTheMedianAndItsBounds() {
    assertThat(Spread.of(DoubleStream.of(0.8, 1.2, 1.0)).as("%.2f"))
        .isEqualTo("1.00 (0.80 to 1.20)");
  }

  @Test
  void needsAFigure() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(DoubleStream.empty()));
  }
}

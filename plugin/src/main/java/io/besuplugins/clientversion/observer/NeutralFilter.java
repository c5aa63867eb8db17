// SPDX-License-Identifier: Apache-2.0
package io.besuplugins.clientversion.observer;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.message.Message;

/**
 * A filter that leaves every log call to the configuration. It implements each method of log4j's
 * filter, because {@link AbstractFilter} would put the arguments of each log call of the node into
 * an array.
 */
abstract class NeutralFilter extends AbstractFilter {

  @Override
  public Result filter(final LogEvent event) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final Message message,
      final Throwable thrown) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final Object message,
      final Throwable thrown) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger, final Level level, final Marker marker, final String message) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object... params) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4,
      final Object p5) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4,
      final Object p5,
      final Object p6) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4,
      final Object p5,
      final Object p6,
      final Object p7) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4,
      final Object p5,
      final Object p6,
      final Object p7,
      final Object p8) {
    return Result.NEUTRAL;
  }

  @Override
  public Result filter(
      final Logger logger,
      final Level level,
      final Marker marker,
      final String message,
      final Object p0,
      final Object p1,
      final Object p2,
      final Object p3,
      final Object p4,
      final Object p5,
      final Object p6,
      final Object p7,
      final Object p8,
      final Object p9) {
    return Result.NEUTRAL;
  }
}

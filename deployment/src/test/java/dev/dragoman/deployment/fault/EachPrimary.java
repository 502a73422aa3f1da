// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that runs with a primary of either shape, streamed and not. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource({"open, false", "open, true", "claude, false", "claude, true"})
@interface EachPrimary {}

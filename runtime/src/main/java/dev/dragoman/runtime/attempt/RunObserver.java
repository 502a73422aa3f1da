// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

/** Is told how a run goes. All methods are called on the run's Vert.x context. */
public interface RunObserver {
    /** Looks away. */
    RunObserver NONE = new RunObserver() {};

    /** An attempt begins. If it fails without content, another may begin. */
    default void begins(ReadyCall call) {}

    /** The attempt that began last brings content: the answer is its. */
    default void answers(ReadyCall call) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/** What a rule does with a field. Immutable. */
public abstract sealed class FieldAction
        permits DropField,
                OmitField,
                RefuseField,
                AvoidField,
                MoveField,
                CopyField,
                ClampNumber,
                TranslateWord,
                LimitLength,
                PutValue,
                WrapValue,
                JoinTexts,
                MatchWord,
                CountSwitch {
    /** For the actions of this package. */
    FieldAction() {}

    /** Towards a vendor. */
    abstract void outgoing(FieldSite site);

    /** From a client. By default nothing: what this profile's vendor would not take, another may. */
    void incoming(FieldSite site) {}

    /** What an action would look like in a list; for tests and messages. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}

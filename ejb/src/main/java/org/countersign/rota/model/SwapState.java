package org.countersign.rota.model;

/** What became of a swap that somebody asked for. */
public enum SwapState {
    ASKED,
    AGREED,
    DECLINED,
    WITHDRAWN
}

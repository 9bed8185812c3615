package dev.sigillo.snapshot;

/** Why a reporter did something else than the DMARC policy asked for, such as {@code forwarded}. */
public record DmarcReason(Setting<String> type, Setting<String> comment) {}

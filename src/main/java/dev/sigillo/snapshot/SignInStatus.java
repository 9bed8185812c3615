package dev.sigillo.snapshot;

/** How a sign-in ended; 0 is success. */
public record SignInStatus(Setting<Long> errorCode) {}

namespace IamCore.Model;

/// <summary>What a TOTP device's verifier remembers from code to code.</summary>
/// <param name="DriftSteps">How many 30-second steps the device is ahead of the clock; negative behind (CR-047).</param>
/// <param name="HighestCounter">The highest step whose code was accepted; no code of it or before it is accepted again (CR-048).</param>
public readonly record struct TotpState(int DriftSteps, long HighestCounter);

namespace IamCore.Model;

/// <summary>The state that the verifier of a TOTP device carries over from one code to the next.</summary>
/// <param name="DriftSteps">By how many 30-second steps the device is ahead of the clock; negative if behind (CR-047).</param>
/// <param name="HighestCounter">The highest time step whose code was accepted; codes up to it are not accepted again (CR-048).</param>
public readonly record struct TotpState(int DriftSteps, long HighestCounter);

namespace IamCore.Policies.Requests;

/// <summary>The keys that the engine derives itself (EV-011, EV-012). Those up to <see cref="ResourceAccount"/> but
/// <see cref="UserId"/> cannot be overridden (EV-013).</summary>
internal enum DerivedKey : byte
{
    None,
    PrincipalArn,
    PrincipalAccount,
    PrincipalType,
    Username,
    PrincipalIsAwsService,
    PrincipalServiceName,
    ResourceAccount,
    UserId,
    CurrentTime,
    EpochTime,
    RequestedRegion,
    ViaAwsService,
    MultiFactorAuthPresent,
}

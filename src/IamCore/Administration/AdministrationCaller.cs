using IamCore.Callers;

namespace IamCore.Administration;

/// <summary>The caller, as far as operations need to know it (ID-243).</summary>
/// <param name="Principal">The principal.</param>
/// <param name="UserId">The unique id if the caller is an IAM user; otherwise null.</param>
internal sealed record AdministrationCaller(Principal Principal, string? UserId)
{
    /// <summary>The value of <c>aws:userid</c>.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The session; null if the call was made with a long-term key.</summary>
    public Session? Session { get; init; }

    /// <summary>Whether the caller authenticated with MFA.</summary>
    public bool HasSecondFactor { get; init; }
}

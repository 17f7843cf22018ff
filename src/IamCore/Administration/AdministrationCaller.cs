using IamCore.Callers;

namespace IamCore.Administration;

/// <summary>Who calls, as far as operations need to know (ID-243).</summary>
/// <param name="Principal">The principal.</param>
/// <param name="UserId">Unique id of the IAM user, where the caller is one; null otherwise.</param>
internal sealed record AdministrationCaller(Principal Principal, string? UserId)
{
    /// <summary><c>aws:userid</c>.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The session; null where a long-term key calls.</summary>
    public Session? Session { get; init; }

    /// <summary>Whether the caller showed a second factor.</summary>
    public bool HasSecondFactor { get; init; }
}

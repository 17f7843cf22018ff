namespace IamCore.Administration;

/// <summary>Decides whether a caller may do an operation. The trusted façade has none (ID-007).</summary>
internal interface IAdministrationGate
{
    /// <summary>Who calls.</summary>
    AdministrationCaller Caller { get; }

    /// <summary>The gate as it stands for one call, with the caller read anew (ST-004).</summary>
    /// <exception cref="IamException">The caller is no longer good.</exception>
    ValueTask<IAdministrationGate> OpenAsync(CancellationToken cancellationToken) => new(this);

    /// <summary>Throws <c>AccessDenied</c> where the caller may not, in the state that the work has come to (ID-242, ID-244).</summary>
    ValueTask CheckAsync(AdministrationWork work, AdministrationCheck check);
}

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
